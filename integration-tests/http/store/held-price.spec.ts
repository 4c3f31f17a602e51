import { INSIGHT_MODULE, type InsightModuleService } from "../../../src/modules/insight"
import { agreedIn } from "../agreements/agreed"
import { storeTest } from "../../setup/store-test"
import { createPolicy } from "../../setup/terms"
import { askFirst } from "./ask"

storeTest((store) => {
  const { as, cart, container, people, ground } = store
  const { variant, service } = agreedIn(store)
  const PAID_AT = new Date("2026-05-01T00:00:00Z")

  /** An article for 120 that the company paid 119 for in May, with what it has cost since when. */
  async function paidFor(costs: readonly [string, number][]): Promise<string> {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    await service().createNegotiationCosts(costs.map(([from, unit_cost]) => ({ variant_id, currency_code: "usd", unit_cost, valid_from: new Date(from) })))
    await container().resolve<InsightModuleService>(INSIGHT_MODULE).recordPurchases([{
      order_id: `order_${variant_id}`, order_line_item_id: `ordli_${variant_id}`, company_id: people().acme.id, customer_id: people().acme.buyers[0].id,
      variant_id, product_id: null, currency_code: "usd", region_id: ground().regions.usd, unit_price: 119, quantity: 2_000, ordered_at: PAID_AT, cancelled: false,
    }])
    return variant_id
  }
  const counterFor = async (variant_id: string) => {
    const basket = await cart(as.anna(), [{ article: { ...ground().articles.cylinder, variant_id }, quantity: 2_000 }])
    const asked = await askFirst(as.anna(), basket, 110)
    return asked.offer?.options.find(({ kind }) => kind === "counter")?.lines[0]?.unit_price
  }

  it("the last price paid is held while the cost has not fallen since that day, and no longer", async () => {
    await createPolicy(container(), { last_paid: "hold" }, [], 3_000)
    expect(await counterFor(await paidFor([["2026-01-01", 80]]))).toBe(119)
    // It fell before that day, and rose after it.
    expect(await counterFor(await paidFor([["2026-01-01", 90], ["2026-04-30", 70], ["2026-06-01", 80]]))).toBe(119)
    expect(await counterFor(await paidFor([["2026-01-01", 82], ["2026-06-01", 80]]))).toBe(118)
    // What it cost that day is not known: held.
    expect(await counterFor(await paidFor([["2026-06-01", 80]]))).toBe(119)
  })
})
