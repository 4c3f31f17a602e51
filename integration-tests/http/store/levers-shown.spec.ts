import { DEFAULT_POLICY_TERMS } from "../../../src/contract"
import { concededIn } from "../../cart/conceded"
import { cartWith, type Client } from "../../setup/client"
import { prepareCheckout } from "../../setup/checkout"
import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst, optionOf } from "./ask"
import { freightLever, leverPolicy, leversIn, PAYMENT_LEVER } from "./lever-shop"

/** What a buyer must never read: costs, floors, gains, and numbers and names of the policy. */
const SECRETS = [
  "cost_", "unit_cost", "floor", "margin", "contribution", "policy", "gain", "lever", "trace", "kept_share", "annual_rate", "bad_debt", "transit",
  "94.12", "70.59", "6000", "6,000", "Golden",
]

storeTest((store) => {
  const { as, cart, container, ground, people } = store
  const { cartNow, pay, place, travel } = concededIn(store)
  const { standIn } = leversIn(store)
  const cylinder = () => ground().articles.cylinder

  it("prices that include tax: the cut is a share of what is shown, in the offer, in the cart and on the order", async () => {
    await leverPolicy(container(), freightLever(ground()))
    const basket = await cartWith(as.anna(), ground().regions.gbp, [{ article: cylinder(), quantity: 2_000 }])
    const asked = await askFirst(as.anna(), basket, 132)
    const option = optionOf(asked, "freight")
    const percent = option.concession?.percent ?? 0
    expect(percent).toBeCloseTo(1.75, 2)
    const goods = 288_000 * (1 - percent / 100)
    const about = (amount: number) => expect.closeTo(amount, 4)
    expect(option).toMatchObject({
      lines: [{ unit_price: 144, effective_unit_price: about(144 * (1 - percent / 100)) }],
      overall_cost: { goods: about(goods), freight: null, terms: 0, total: about(goods) },
    })
    expect(option.saving_total).toBeCloseTo(288_000 - goods, 4)

    await acceptOption(as.anna(), asked, "freight")
    const email = people().acme.buyers[0].email
    await prepareCheckout(as.anna(), ground(), basket.id, email, "gbp")
    const totals = []
    for (const way of [ground().shipping_option_id, ground().slow_option_id]) {
      await travel(as.anna(), basket.id, way)
      totals.push((await cartNow(as.anna(), basket.id)).item_total)
    }
    expect(totals).toEqual([288_000, about(goods)])
    await pay(as.anna(), basket.id)
    const { data } = await place(as.anna(), basket.id)
    expect(data).toMatchObject({ type: "order", order: { items: [{ unit_price: 144, quantity: 2_000 }] } })
    expect(data.order.item_total).toBeCloseTo(goods, 4)
  })

  it("nothing a buyer reads tells what a trade brings the seller, in any language, offered, agreed or in the list", async () => {
    await leverPolicy(container(), { ...freightLever(ground()), ...PAYMENT_LEVER, substitutes: "configured" })
    await standIn(108, 60)
    const seen: string[] = []
    const kinds = new Set<string>()
    const buyers: [Client, number][] = [[as.anna(), 110], [as.ingrid(), 119]]
    for (const [who, target] of buyers) {
      const asked = await askFirst(who, await cart(who, [{ article: cylinder(), quantity: 2_000 }]), target)
      for (const { kind } of asked.offer?.options ?? []) kinds.add(kind)
      const [first] = asked.offer?.options ?? []
      await acceptOption(who, asked, asked.offer?.options.find(({ kind }) => kind !== "volume")?.kind ?? first?.kind ?? "")
      for (const locale of ["en", "de", "fr", "es"]) {
        for (const path of [`/store/negotiations/${asked.id}`, "/store/negotiations", "/store/agreements", `/store/price-ladders?cart_id=${asked.cart_id}`]) {
          seen.push(JSON.stringify((await who.get(path, { "accept-language": locale })).data))
        }
      }
      seen.push(JSON.stringify(asked))
    }
    expect(kinds.size).toBeGreaterThanOrEqual(2)
    // `overall_cost` is what the option costs the buyer; in ids, chance may write any number.
    const said = seen.map((text) => text.replaceAll("overall_cost", "").replaceAll(/_[0-9A-HJKMNP-TV-Z]{26}/g, ""))
    for (const secret of SECRETS) expect([secret, said.filter((text) => text.includes(secret))]).toEqual([secret, []])
  })

  it("the ladder obeys each segment's own initiation: steps for those who are to see them, none for those who ask first", async () => {
    const quiet = { name: "Quiet", segments: ["deal_optimiser"], objective: "as_set" as const, terms: { initiation: "buyer" as const } }
    await leverPolicy(container(), {}, { ...DEFAULT_POLICY_TERMS, automatic_limit: { usd: 500_000 }, volume_step: 500, initiation: "threshold", strategies: [quiet] })
    const steps = async (who: Client) => {
      const basket = await cart(who, [{ article: cylinder(), quantity: 2_000 }])
      const [ladder] = (await who.get(`/store/price-ladders?cart_id=${basket.id}`)).data.ladders
      expect(ladder).toMatchObject({ negotiable: true, current_unit_price: 120 })
      return ladder.thresholds.length
    }
    expect(await steps(as.anna())).toBeGreaterThan(0)
    expect(await steps(as.ingrid())).toBe(0)
  })
})
