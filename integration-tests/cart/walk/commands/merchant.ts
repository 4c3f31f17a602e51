import fc from "fast-check"
import { CURRENCIES, type Currency, type MerchantList, type Tier } from "../catalogue"
import { command, one, pick, type Weighted } from "../command"
import { PRICES } from "../corner"
import { expectStatus } from "../divergence"
import { newAmount, type Model } from "../model"
import type { World } from "../world"

const percent = fc.constantFrom(60, 75, 85, 95, 110)
const tierFrom = fc.constantFrom(1, 10, 15, 30)
const currency = fc.constantFrom("usd", "usd", "usd", "eur", "gbp" as const)
const variant = fc.constantFrom(0, 0, 1)

const amountOf = (model: Model, variant: number, currency: Currency, share: number) =>
  newAmount(model, ((PRICES[variant]?.[currency] ?? 100) * share) / 100, "catalogue")

const basePrice = command({
  name: "change base prices",
  args: fc.record({ variant, currency, percent, tier: fc.option(fc.record({ from: fc.constantFrom(10, 15, 30), percent }), { nil: null }) }),
  can: () => true,
  async run(model, real, { variant, currency, percent, tier }) {
    const tiers: Tier[] = [{ from: 1, amount: amountOf(model, variant, currency, percent) }]
    if (tier) tiers.push({ from: tier.from, amount: amountOf(model, variant, currency, tier.percent) })
    const base = model.catalogue.base[variant]
    if (!base) throw new Error(`No variant ${variant}`)
    base[currency] = tiers
    const prices = CURRENCIES.flatMap((code) =>
      base[code].map(({ from, amount }) => ({ currency_code: code, amount, ...(from > 1 ? { min_quantity: from } : {}) }))
    )
    const path = `/admin/products/${real.product}/variants/${real.variants[variant]}`
    expectStatus("the merchant changes base prices", await real.store.as.admin().post(path, { prices }), 200)
  },
})

const isOn = (list: MerchantList) => list.active

/** Everybody, the buyers of one company (as a merchant's own segment), or those of one company in one region. */
function rulesOf(real: World, only: MerchantList["only"], rules: number, currency: Currency): Record<string, string[]> {
  if (only !== "acme" && only !== "borealis") return {}
  const all = {
    "customer.groups.id": [real.groups[only]],
    region_id: [real.store.ground().regions[currency]],
    sales_channel_id: [real.store.ground().sales_channel_id],
  }
  return Object.fromEntries(Object.entries(all).slice(0, rules))
}

const startList = command({
  name: "start a price list",
  args: fc.record({
    type: fc.constantFrom("sale", "sale", "override" as const),
    who: fc.constantFrom(
      { only: null, rules: 0 },
      { only: null, rules: 0 },
      { only: "acme", rules: 1 },
      { only: "acme", rules: 2 },
      { only: "borealis", rules: 1 }
    ),
    variant,
    currency,
    from: tierFrom,
    percent,
  }),
  can: (model) => model.catalogue.lists.filter(isOn).length < 3,
  async run(model, real, { type, who, variant, currency, from, percent }) {
    const amount = amountOf(model, variant, currency, percent)
    const price = { variant_id: real.variants[variant], currency_code: currency, amount, ...(from > 1 ? { min_quantity: from } : {}) }
    const answer = await real.store.as.admin().post("/admin/price-lists", {
      title: real.name,
      description: real.name,
      type,
      status: "active",
      rules: rulesOf(real, who.only, who.rules, currency),
      prices: [price],
    })
    expectStatus("the merchant starts a price list", answer, 200)
    model.catalogue.lists.push({ id: answer.data.price_list.id, type, ...who, variant, currency, tier: { from, amount }, active: true })
  },
})

const endList = command({
  name: "end a price list",
  args: fc.record({ list: pick, how: fc.constantFrom("draft", "over", "delete") }),
  can: (model) => model.catalogue.lists.some(isOn),
  async run(model, real, args) {
    const list = one(model.catalogue.lists.filter(isOn), args.list)
    const path = `/admin/price-lists/${list.id}`
    const admin = real.store.as.admin()
    const changes = { draft: { status: "draft" }, over: { ends_at: new Date(Date.now() - 60_000).toISOString() } }
    const answer = args.how === "delete" ? await admin.delete(path) : await admin.post(path, changes[args.how as "draft" | "over"])
    expectStatus("the merchant ends a price list", answer, 200)
    list.active = false
  },
})

/** What the merchant does to the catalogue, each with how often it is tried. */
export const merchantCommands: Weighted = [[5, basePrice], [5, startList], [3, endList]]
