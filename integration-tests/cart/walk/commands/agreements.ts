import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import fc from "fast-check"
import endAgreementsJob from "../../../../src/jobs/end-agreements"
import { command, one, pick, type Weighted } from "../command"
import { expectStatus } from "../divergence"
import { ownPrice } from "../catalogue"
import { endAgreement, newAmount, PARTIES, type Life, type Model } from "../model"

const withStatus = (model: Readonly<Model>, ...statuses: Life["status"][]) =>
  [...model.lives].filter(([, life]) => statuses.includes(life.status)).map(([agreement]) => agreement)

/** Made behind the counter, as a rep's offer that was accepted: the engine's own answers are walked through elsewhere. */
const agree = command({
  name: "agree",
  args: fc.record({
    party: fc.constantFrom("acme", "acme", "acme", "acme", ...PARTIES),
    variant: fc.constantFrom(0, 0, 0, 1),
    region: fc.constantFrom("usd", "usd", "usd", "usd", "eur", "gbp" as const),
    from: fc.constantFrom(1, 5, 10, 20),
    percent: fc.constantFrom(70, 80, 90, 98),
    cap: fc.constantFrom("none", "none", "one order", "45 pieces"),
    shared: fc.constantFrom(true, true, true, false),
  }),
  can: () => true,
  async run(model, real, { party, variant, region, from, percent, cap, shared }) {
    const max_orders = cap === "one order" ? 1 : null
    const pieces = cap === "45 pieces" ? 45 : null
    const buyer = { acme: "anna", borealis: "ingrid", solo: "solo" } as const
    const amount = newAmount(model, (ownPrice(model.catalogue, party, variant, region, from) * percent) / 100, "deal")
    const { id } = await real.agreed.agree({
      company_id: real.companies[party],
      customer_id: real.customers[buyer[party]].id,
      currency: region,
      max_orders,
      shared,
      lines: [{ variant_id: real.variants[variant] ?? "", min_quantity: from, unit_price: amount, remaining_quantity: pieces }],
    })
    model.lives.set(id, { status: "live", max_orders, orders: 0 })
    model.deals.push({ agreement: id, party, variant, region, from, amount, only: shared ? null : buyer[party], left: pieces })
  },
})

const revoke = command({
  name: "revoke",
  args: pick,
  can: (model) => withStatus(model, "live").length > 0,
  async run(model, real, number) {
    const id = one(withStatus(model, "live"), number)
    expectStatus("the merchant revokes", await real.store.as.admin().post(`/admin/negotiation-agreements/${id}/revoke`, { note: "For the walk" }), 200)
    endAgreement(model, id)
  },
})

const lapse = command({
  name: "time passes",
  args: pick,
  can: (model) => withStatus(model, "live").length > 0,
  async run(model, real, number) {
    const id = one(withStatus(model, "live"), number)
    const knex = real.store.container().resolve<{ raw(text: string, values: unknown[]): Promise<unknown> }>(ContainerRegistrationKeys.PG_CONNECTION)
    await knex.raw("UPDATE negotiation_agreement SET valid_until = now() - interval '1 second' WHERE id = ?", [id])
    const life = model.lives.get(id)
    if (life) life.status = "lapsed"
  },
})

const runJob = command({
  name: "the job that ends agreements",
  args: fc.constant(null),
  can: (model) => withStatus(model, "lapsed").length > 0,
  async run(model, real) {
    await endAgreementsJob(real.store.container())
    for (const id of withStatus(model, "lapsed")) endAgreement(model, id)
  },
})

/** The life of agreements, each with how often it is tried. */
export const agreementCommands: Weighted = [[12, agree], [6, revoke], [5, lapse], [2, runJob]]
