import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { settlePromotions } from "../../src/workflows/concession/settle/settle-promotions"
import { storeTest } from "../setup/store-test"
import { createPolicy } from "../setup/terms"
import { concededIn, type Conceded } from "./conceded"
import { pricesIn } from "./prices"

/** Concessions off a price lower than the one they were agreed with: a sale's, a tier's, another agreement's. */
storeTest((store) => {
  const { as, container, ground, people } = store
  const { cartNow, cartOf, concede, left, pay, place, promotion, service, setQuantity, ship, travel, variant } = concededIn(store)
  const { list } = pricesIn(store)
  let variant_id: string
  let policy_id: string

  /** A piece costs 80: by the golden policy its floor is 94.12. */
  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    policy_id = (await createPolicy(container())).id
    await service().createNegotiationCosts([{ variant_id, currency_code: "usd", unit_cost: 80, valid_from: new Date("2026-01-01") }])
  })
  const slow = (percent: number): Conceded => ({ kind: "freight", percent, shipping_option_id: ground().slow_option_id })
  /** 100 pieces agreed on at 110 with this. */
  const agreedWith = async (concession: Conceded, by: { policy_id?: string } = { policy_id }) => {
    await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], concessions: [concession], ...by })
    const cart_id = await cartOf(as.anna(), variant_id, 100)
    await travel(as.anna(), cart_id, ground().slow_option_id)
    return cart_id
  }
  const sale = (amount: number, more: object = {}) => list({ prices: [{ variant_id, amount, ...more }] })
  const isLeft = async (cart_id: string) => left(await cartNow(as.anna(), cart_id), variant_id)
  /** Has the cart priced anew, as any change of its lines does. */
  const reprice = (cart_id: string) => as.anna().post(`/store/carts/${cart_id}`, { region_id: ground().regions.usd })

  it.each([
    { amount: 105, expected: 9_450, why: "over the floor: all of it" },
    { amount: 100, expected: 9_900, why: "90 would be under it: down to what was promised, 110 less 10%" },
    { amount: 97, expected: 9_700, why: "less than what was promised: the sale alone" },
    { amount: 90, expected: 9_000, why: "a merchant's own sale may be under any floor" },
  ])("a sale at $amount → $expected for 100 ($why)", async ({ amount, expected }) => {
    const cart_id = await agreedWith(slow(10))
    expect(await isLeft(cart_id)).toBe(9_900)
    const of = await sale(amount)
    await reprice(cart_id)
    expect(await isLeft(cart_id)).toBe(expected)
    await as.admin().delete(`/admin/price-lists/${of}`)
    await reprice(cart_id)
    expect(await isLeft(cart_id)).toBe(9_900)
  })

  it("for more pieces, by the buyer's own tier → the same, and back", async () => {
    const cart_id = await agreedWith(slow(10))
    await sale(100, { min_quantity: 1_000 })
    const [line] = (await cartNow(as.anna(), cart_id)).items
    await setQuantity(as.anna(), cart_id, line.id, 1_000)
    expect(await isLeft(cart_id)).toBe(99_000)
    await setQuantity(as.anna(), cart_id, line.id, 100)
    expect(await isLeft(cart_id)).toBe(9_900)
  })

  it("another agreement's lower price → what comes off it stays at or over the floor, and is never dearer than promised", async () => {
    const cart_id = await agreedWith(slow(12))
    await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 104 }], concessions: [], policy_id })
    await reprice(cart_id)
    // 104 × .88 = 91.52 is under it, 110 × .88 = 96.8 was promised.
    expect(await isLeft(cart_id)).toBe(9_680)
  })

  it("beside a merchant's promotion → together no less than the floor or what was promised; the promotion is never cut", async () => {
    const cart_id = await agreedWith(slow(10))
    await promotion({ code: "HALF", value: 0.5 })
    await promotion({ code: "FIVE", value: 5 })
    await sale(100)
    await reprice(cart_id)
    const bring = (...promo_codes: string[]) => as.anna().post(`/store/carts/${cart_id}/promotions`, { promo_codes })
    await bring("HALF")
    const seen = [await isLeft(cart_id)]
    await bring("FIVE")
    seen.push(await isLeft(cart_id))
    expect(seen).toEqual([9_900, 9_452.5])
  })

  it("decided without a policy → no floor is known, nothing is held back", async () => {
    const cart_id = await agreedWith(slow(10), {})
    await sale(100)
    await reprice(cart_id)
    expect(await isLeft(cart_id)).toBe(9_000)
  })

  it("of a sale that is over, after an agreement that ran out and that no job has ended yet → the normal price, not the sale's", async () => {
    const { id } = await concede({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }], policy_id })
    const cart_id = await cartOf(as.anna(), variant_id, 100)
    const of = await sale(72)
    await reprice(cart_id)
    expect(await isLeft(cart_id)).toBe(7_200)
    await service().updateNegotiationAgreements({ id, valid_until: new Date(Date.now() - 1_000) })
    await as.admin().post(`/admin/price-lists/${of}`, { status: "draft" })
    await as.anna().post(`/store/carts/${cart_id}/line-items`, { variant_id, quantity: 1 })
    expect(await isLeft(cart_id)).toBe(12_120)
  })

  it("to the order: what is shown is what is paid", async () => {
    const cart_id = await agreedWith(slow(10))
    await sale(100)
    await ship(as.anna(), cart_id, people().acme.buyers[0].email)
    await reprice(cart_id)
    await refreshCartItemsWorkflow(container()).run({ input: { cart_id, force_refresh: true } })
    expect(await isLeft(cart_id)).toBe(9_000)
    await pay(as.anna(), cart_id)
    expect(await place(as.anna(), cart_id)).toMatchObject({ status: 409, data: { code: "agreement_not_applicable", details: { why: "promotions" } } })
    expect(await settlePromotions(container(), cart_id)).toBe(false)
    const { total } = await cartNow(as.anna(), cart_id)
    expect([await isLeft(cart_id), await pay(as.anna(), cart_id)]).toEqual([9_900, total])
    expect((await place(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { total } })
  })
})
