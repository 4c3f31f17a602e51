import { priceLadderSchema } from "../../../src/contract"
import { storeTest } from "../../setup/store-test"
import { createPolicy } from "../../setup/terms"
import { acceptOption, askFirst, negotiationOf } from "./ask"

storeTest(({ as, cart, container, ground }) => {
  const cylinders = (quantity: number) => [{ article: ground().articles.cylinder, quantity }]

  it("the ladder tells what the buyer pays and, where the buyer speaks first, no step unasked", async () => {
    const basket = await cart(as.anna(), cylinders(2_000))
    const { data } = await as.anna().get(`/store/price-ladders?cart_id=${basket.id}`)
    const [ladder] = data.ladders.map((each: unknown) => priceLadderSchema.parse(each))
    expect(ladder).toMatchObject({
      variant_id: ground().articles.cylinder.variant_id,
      line_item_id: basket.items[0].id,
      quantity: 2_000,
      list_unit_price: 120,
      current_unit_price: 120,
      last_paid: null,
      thresholds: [],
      next_threshold: null,
      availability: { in_stock: 100_000 },
      negotiable: true,
      reason_code: null,
    })
  })

  it("publishes coarse steps where the policy says so, each of them at least what an ask would get", async () => {
    await createPolicy(container(), { initiation: "threshold" }, [], 2_000)
    const { cylinder } = ground().articles
    const path = `/store/price-ladders?variant_id=${cylinder.variant_id}&quantity=2000&region_id=${ground().regions.usd}`
    const [ladder] = (await as.anna().get(path)).data.ladders
    expect(ladder.thresholds.length).toBeGreaterThan(0)
    expect(ladder.next_threshold).toEqual(ladder.thresholds[0])
    const prices = ladder.thresholds.map((step: { unit_price: number }) => step.unit_price)
    expect(prices).toEqual([...prices].sort((a, b) => b - a))
    expect(Math.min(...prices)).toBeGreaterThan(94.12)
    expect(ladder.next_threshold.min_quantity).toBeGreaterThan(2_000)
  })

  it("refuses queries that make no sense, and foreign carts", async () => {
    const foreign = await cart(as.ingrid(), cylinders(10))
    const asked = async (query: string) => {
      const { status, data } = await as.anna().get(`/store/price-ladders?${query}`)
      return [status, data.code]
    }
    expect(await asked("")).toEqual([400, "invalid_data"])
    expect(await asked(`cart_id=${foreign.id}`)).toEqual([404, "not_found"])
    expect(await asked("variant_id=variant_nowhere&region_id=reg_nowhere")).toEqual([404, "not_found"])
    expect(await asked(`variant_id=variant_nowhere&region_id=${ground().regions.usd}`)).toEqual([404, "not_found"])
  })

  it("spreads one target over the basket and answers every line", async () => {
    const { cylinder, valve } = ground().articles
    const basket = await cart(as.anna(), [{ article: cylinder, quantity: 1_000 }, { article: valve, quantity: 1_000 }])
    const answer = await as.anna().post("/store/price-requests", { cart_id: basket.id, target_total: 185_000 })
    const asked = negotiationOf(answer, 201)
    expect(asked.status).toBe("awaiting_buyer")
    const total = asked.lines.reduce((sum, line) => sum + line.target_unit_price * line.quantity, 0)
    expect(total).toBeGreaterThanOrEqual(185_000)
    expect(total).toBeLessThanOrEqual(185_000 + 2 * 0.01 * 1_000)
    for (const option of asked.offer?.options ?? []) expect(option.lines).toHaveLength(2)
    const agreed = await acceptOption(as.anna(), asked, asked.offer?.options[0]?.kind ?? "")
    const shown = (await as.anna().get(`/store/carts/${basket.id}`)).data.cart.items
    for (const line of agreed.agreement?.lines ?? []) {
      expect(shown.find((item: { variant_id: string }) => item.variant_id === line.variant_id)).toMatchObject({
        unit_price: line.unit_price,
        quantity: line.min_quantity,
      })
    }
  })

  it("takes no pieces out of a cart whose ask meets a price that stands for fewer", async () => {
    const basket = await cart(as.anna(), cylinders(2_000))
    await askFirst(as.anna(), basket, 110)
    const larger = await cart(as.anna(), cylinders(4_500))
    const agreed = await askFirst(as.anna(), larger, 110)
    expect(agreed).toMatchObject({ status: "agreed", agreement: { lines: [{ unit_price: 110 }] } })
    const shown = (await as.anna().get(`/store/carts/${larger.id}`)).data.cart.items[0]
    expect(shown).toMatchObject({ quantity: 4_500, unit_price: 110 })
  })

  it("answers every line of a basket, whatever was asked for one of them before", async () => {
    const { cylinder, valve } = ground().articles
    const basket = await cart(as.anna(), [{ article: cylinder, quantity: 1_000 }, { article: valve, quantity: 1_000 }])
    const lines = basket.items.map((item: { id: string; variant_id: string }) => ({
      line_item_id: item.id,
      target_unit_price: item.variant_id === cylinder.variant_id ? 110 : 70,
    }))
    const ask = async (some: unknown[]) => negotiationOf(await as.anna().post("/store/price-requests", { cart_id: basket.id, lines: some }), 201)
    await ask(lines)
    await ask(lines.slice(0, 1))
    const again = await ask(lines)
    expect(again.offer?.options.length).toBeGreaterThan(0)
    for (const option of again.offer?.options ?? []) expect(option.lines).toHaveLength(2)
  })

  it("an existing agreement is the price a new request starts from", async () => {
    const basket = await cart(as.anna(), cylinders(2_000))
    await acceptOption(as.anna(), await askFirst(as.anna(), basket, 110), "volume")
    const [ladder] = (await as.anna().get(`/store/price-ladders?cart_id=${basket.id}`)).data.ladders
    expect(ladder).toMatchObject({ list_unit_price: 120, current_unit_price: 110, quantity: 4_000 })
    const again = await as.anna().post("/store/price-requests", {
      cart_id: basket.id,
      lines: [{ line_item_id: basket.items[0].id, target_unit_price: 110 }],
    })
    expect([again.status, again.data.code]).toEqual([400, "invalid_price"])
  })

  it("answers in the buyer's language", async () => {
    const basket = await cart(as.anna(), cylinders(2_000))
    const asked = await askFirst(as.anna(), basket, 110)
    const german = await as.anna().get(`/store/negotiations/${asked.id}`, { "accept-language": "de" })
    expect(german.data.negotiation.offer.options[0].headline).toMatch(/2\.000/)
  })
})
