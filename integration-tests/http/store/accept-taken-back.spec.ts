import { Modules } from "@medusajs/framework/utils"
import { concededIn } from "../../cart/conceded"
import { storeTest } from "../../setup/store-test"
import type { TableName } from "../../setup/truth"
import { acceptOption, askFirst, optionOf } from "./ask"
import { freightLever, leverPolicy, PAYMENT_LEVER } from "./lever-shop"

type Row = Record<string, unknown>

storeTest((store) => {
  const { as, cart, container, ground, truth } = store
  const { cartNow, concede, variant } = concededIn(store)
  const cylinder = () => ground().articles.cylinder

  /** From now on the cart's line costs what a merchant typed in, over what was agreed: no accept can be brought into it. */
  const spoil = (line_id: string) => container().resolve(Modules.CART).updateLineItems(line_id, { unit_price: 130, is_custom_price: true })

  const keep = (rows: readonly Row[], ...fields: string[]) => rows.map((row) => fields.map((field) => row[field] ?? null)).map((row) => JSON.stringify(row)).sort()
  /** What an accept writes outside of its own case, as far as anybody can tell it from another time it is written. */
  const given = async () => {
    const rows = (table: TableName) => truth().rows(table)
    const [agreements, lines, concessions, memory, prices, promotions, links] = await Promise.all([
      rows("negotiation_agreement"), rows("negotiation_agreement_line"), rows("negotiation_concession"), rows("negotiation_memory"),
      rows("price"), rows("promotion"), rows("price_rule"),
    ])
    const own = prices.filter((price) => String(price.title).startsWith("negotiation:"))
    const carried = new Map(promotions.map((promotion) => [promotion.id, promotion]))
    return {
      agreements: keep(agreements, "id", "status", "version", "ended_at", "ended_reason", "orders"),
      lines: keep(lines, "id", "unit_price", "min_quantity", "valid_until", "remaining_quantity"),
      // Which rows carry a line may be told by new ids, never by ids of rows that are gone.
      carried: lines.map((line) => (line.price_ids as string[]).map((id) => own.some((price) => price.id === id))).sort(),
      concessions: concessions.map((each) => [each.id, each.percent, carried.get(String(each.promotion_id))?.status ?? "no promotion"]).sort(),
      memory: keep(memory, "id", "version", "state"),
      prices: keep(own, "title", "price_list_id", "price_set_id", "amount", "min_quantity", "max_quantity", "rules_count"),
      rules: keep(links.filter((rule) => own.some((price) => price.id === rule.price_id)), "attribute", "operator", "value"),
      promotions: promotions.length,
    }
  }
  const shown = async (cart_id: string) => {
    const { items, total, discount_subtotal } = await cartNow(as.anna(), cart_id)
    return { total, discount_subtotal, items: items.map(({ id, variant_id, quantity, unit_price }: Row) => [id, variant_id, quantity, unit_price]).sort() }
  }
  const chosen = async (cart_id: string) => (await as.anna().get(`/store/payment-terms?cart_id=${cart_id}`)).data.payment_term

  /** Accepts into a spoilt cart. What was there before is there afterwards; the case is a person's, its offer stands. */
  async function takenBack(kind: "freight" | "payment_term" | "volume", basket: { id: string; items: { id: string }[] }) {
    const asked = await askFirst(as.anna(), basket, 110)
    optionOf(asked, kind)
    await spoil(basket.items[0]?.id ?? "")
    const offers = await truth().rows("negotiation_offer", { negotiation_id: asked.id })
    const before = { given: await given(), cart: await shown(basket.id), term: await chosen(basket.id) }

    const failed = await acceptOption(as.anna(), asked, kind)

    expect(failed).toMatchObject({ status: "in_review", reason_code: "apply_failed", agreement: null, version: asked.version + 1 })
    expect({ given: await given(), cart: await shown(basket.id), term: await chosen(basket.id) }).toEqual(before)
    expect(failed.offer?.options).toEqual(asked.offer?.options)
    expect(await truth().rows("negotiation_offer", { negotiation_id: asked.id })).toEqual(offers)
    const events = (await truth().rows("negotiation_event", { negotiation_id: asked.id })).sort((a, b) => Number(a.sequence) - Number(b.sequence))
    expect(events.map(({ kind: what }) => what).slice(-2)).toEqual(["accepted", "apply_failed"])
    expect(events.filter(({ kind: what }) => what === "accepted")).toHaveLength(1)
    return asked
  }

  it("freight, nothing superseded: no agreement, price, promotion or memory is left, and a second try can be accepted", async () => {
    await leverPolicy(container(), freightLever(ground()))
    const basket = await cart(as.anna(), [{ article: cylinder(), quantity: 2_000 }])
    const asked = await takenBack("freight", basket)
    expect(await truth().rows("promotion")).toEqual([])
    expect((await truth().rows("negotiation_agreement"))).toEqual([])

    await container().resolve(Modules.CART).updateLineItems(basket.items[0].id, { unit_price: 120, is_custom_price: false })
    const again = await acceptOption(as.anna(), { ...asked, version: asked.version + 1 }, "freight")
    expect(again).toMatchObject({ status: "agreed", agreement: { concessions: [{ kind: "freight" }] } })
    expect(await truth().rows("promotion")).toHaveLength(1)
  })

  it("more pieces, an older agreement superseded: it is in force again, with its prices, its promotion and its case", async () => {
    const { cylinder: article } = ground().articles
    const older = await concede({
      lines: [{ variant_id: article.variant_id, min_quantity: 8_000, unit_price: 105 }],
      concessions: [{ kind: "freight", percent: 3, shipping_option_id: ground().slow_option_id }],
    })
    const basket = await cart(as.anna(), [{ article: cylinder(), quantity: 2_000 }])
    await takenBack("volume", basket)
    expect(await truth().row("negotiation", { id: older.negotiation_id })).toMatchObject({ status: "agreed" })
    const [agreement] = await truth().rows("negotiation_agreement")
    expect(agreement).toMatchObject({ id: older.id, status: "active" })
    const large = await cart(as.tom(), [{ article: cylinder(), quantity: 8_000 }])
    expect(large.items[0].unit_price).toBe(105)
  })

  it.each(["net30", null] as const)("a way to pay, %s chosen before: it is the chosen one again, with what hangs on it", async (before) => {
    await leverPolicy(container(), PAYMENT_LEVER)
    const other = await variant([{ currency_code: "usd", amount: 50 }])
    await concede({ lines: [{ variant_id: other, min_quantity: 10, unit_price: 48 }], concessions: [{ kind: "payment_term", percent: 2, payment_term: "net30" }] })
    const basket = await cart(as.anna(), [{ article: cylinder(), quantity: 2_000 }])
    await as.anna().post(`/store/carts/${basket.id}/line-items`, { variant_id: other, quantity: 10 })
    if (before !== null) await as.anna().post("/store/payment-terms", { cart_id: basket.id, payment_term: before })
    expect([await chosen(basket.id), (await shown(basket.id)).discount_subtotal]).toEqual([before, before === null ? 0 : 9.6])

    await takenBack("payment_term", basket)

    const [row] = await truth().rows("negotiation_cart", { cart_id: basket.id })
    expect(row?.payment_term ?? null).toBe(before)
  })
})
