import { updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import type { Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { acceptOption, negotiationOf } from "./ask"
import { freightLever, leverPolicy, PAYMENT_LEVER } from "./lever-shop"

storeTest(({ as, cart, container, ground }) => {
  const cylinder = () => ground().articles.cylinder
  const sellFrom = (minimum_quantity: number) =>
    updateProductVariantsWorkflow(container()).run({ input: { selector: { id: cylinder().variant_id }, update: { metadata: { minimum_quantity } } } })
  const ask = async (who: Client, target_unit_price: number, context: object = {}, quantity = 2_000) => {
    const basket = await cart(who, [{ article: cylinder(), quantity }])
    const lines = [{ line_item_id: basket.items[0].id, target_unit_price }]
    return { basket, asked: negotiationOf(await who.post("/store/price-requests", { cart_id: basket.id, lines, context }), 201) }
  }
  const proposed = ({ asked }: Awaited<ReturnType<typeof ask>>) =>
    (asked.offer?.options ?? []).map(({ kind, lines }) => [kind, lines[0]?.quantity, lines[0]?.unit_price])

  it("the smallest quantity that is sold: nothing is proposed under it, and nothing but more pieces to who asks for fewer", async () => {
    await leverPolicy(container(), { ...freightLever(ground()), ...PAYMENT_LEVER }, {})
    // The golden answer to 115 is 500 pieces more.
    expect(proposed(await ask(as.ingrid(), 115))).toContainEqual(["volume", 2_500, 115])
    await sellFrom(3_000)
    const small = await ask(as.anna(), 115)
    const options = proposed(small)
    expect(options.length).toBeGreaterThan(0)
    for (const [kind, quantity, price] of options) {
      expect(kind).toBe("volume")
      expect(quantity).toBeGreaterThanOrEqual(3_000)
      expect(price).toBeLessThanOrEqual(115)
    }
    const agreed = await acceptOption(as.anna(), small.asked, "volume")
    const [, quantity, unit_price] = options[0] ?? []
    expect(agreed.agreement?.lines).toMatchObject([{ min_quantity: quantity, unit_price }])
    expect((await as.anna().get(`/store/carts/${small.basket.id}`)).data.cart.items).toMatchObject([{ quantity, unit_price }])
  })

  it("the smallest quantity that is sold, asked for: the counter and the levers are there again", async () => {
    await leverPolicy(container(), freightLever(ground()), {})
    await sellFrom(2_000)
    const kinds = proposed(await ask(as.anna(), 115)).map(([kind]) => kind)
    expect(kinds).toEqual(expect.arrayContaining(["freight", "counter"]))
  })

  it.each([
    ["less than would be proposed", 3_000, 3_000],
    ["more than would be proposed", 10_000, 4_000],
    ["less than is asked for: the buyer knows better", 1_000, 4_000],
  ])("the pieces used a year, %s: %i caps what is proposed at %i", async (_, annual_volume, most) => {
    const found = await ask(as.anna(), 110, { annual_volume })
    const options = proposed(found)
    const quantities = options.map(([, quantity]) => Number(quantity))
    expect(Math.max(...quantities)).toBe(most)
    // The best unit price at the cap instead of the asked one.
    const [, , price] = options.find(([, quantity]) => quantity === most) ?? []
    if (most === 4_000) expect(price).toBe(110)
    else expect(price).toBeGreaterThan(110)
    expect(price).toBeLessThan(118)
    const agreed = await acceptOption(as.anna(), found.asked, "volume")
    expect(agreed.agreement?.lines).toMatchObject([{ min_quantity: quantities[0] }])
  })
})
