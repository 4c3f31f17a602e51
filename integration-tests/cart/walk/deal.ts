import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { projectConcessions } from "../../../src/workflows/concession/project-concessions"
import { ownPrice, type Currency } from "./catalogue"
import { expectStatus } from "./divergence"
import { endAgreement, newAmount, type Buyer, type Model, type Party } from "./model"
import type { World } from "./world"

/** Terms somebody agrees on. */
export interface DealTerms {
  readonly party: Party
  readonly variant: number
  readonly region: Currency
  readonly from: number
  /** Of the party's own price. */
  readonly percent: number
  readonly cap: "none" | "one order" | "45 pieces"
  readonly shared: boolean
  /** Percent off where the slower freight is chosen; 0 for nothing. */
  readonly freight: number
}

/** Concedes something for the slower freight, as an accepted option does. @returns the code it comes off by. */
async function concedeFreight(real: World, { agreement_id, company_id, percent }: { agreement_id: string; company_id: string; percent: number }): Promise<string> {
  const service = real.agreed.service()
  const [line] = await service.listNegotiationAgreementLines({ agreement_id })
  if (!line) throw new Error("An agreement without a line")
  const { id: agreement_line_id, variant_id, min_quantity } = line
  const shipping_option_id = real.store.ground().slow_option_id
  await service.createNegotiationConcessions([
    { agreement_id, company_id, kind: "freight", target: "goods", percent, shipping_option_id, agreement_line_id, variant_id, min_quantity },
  ])
  await projectConcessions(real.store.container(), agreement_id)
  return String((await real.store.truth().row("negotiation_concession", { agreement_id })).promotion_code)
}

const AGREEING = { acme: "anna", borealis: "ingrid", solo: "solo" } as const satisfies Record<Party, Buyer>

/** Makes an agreement behind the counter, in the store and in the model: the engine's own answers are walked through elsewhere. */
export async function makeDeal(model: Model, real: World, { party, variant, region, from, percent, cap, shared, freight }: DealTerms): Promise<void> {
  const max_orders = cap === "one order" ? 1 : null
  const left = cap === "45 pieces" ? 45 : null
  const buyer = AGREEING[party]
  const amount = newAmount(model, (ownPrice(model.catalogue, party, variant, region, from) * percent) / 100, "deal")
  const { id } = await real.agreed.agree({
    company_id: real.companies[party],
    customer_id: real.customers[buyer].id,
    currency: region,
    max_orders,
    shared,
    lines: [{ variant_id: real.variants[variant] ?? "", min_quantity: from, unit_price: amount, remaining_quantity: left }],
  })
  // Beyond the pieces that are left a concession's condition is its own; that is walked through elsewhere.
  const conceded = freight > 0 && left === null ? freight : 0
  const code = conceded > 0 ? await concedeFreight(real, { agreement_id: id, company_id: real.companies[party], percent: conceded }) : ""
  model.lives.set(id, { status: "live", max_orders, orders: 0, used_up: false })
  const given = conceded > 0 ? { percent: conceded, code } : null
  model.deals.push({ agreement: id, party, variant, region, from, amount, only: shared ? null : buyer, left, freight: given })
}

/** An agreement ends: the merchant revokes it, or its time is over and no job has noticed yet. */
export async function endDeal(model: Model, real: World, id: string, how: "revoked" | "lapsed"): Promise<void> {
  if (how === "revoked") {
    expectStatus("the merchant revokes", await real.store.as.admin().post(`/admin/negotiation-agreements/${id}/revoke`, { note: "For the walk" }), 200)
    return endAgreement(model, id)
  }
  const knex = real.store.container().resolve<{ raw(text: string, values: unknown[]): Promise<unknown> }>(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.raw("UPDATE negotiation_agreement SET valid_until = now() - interval '1 second' WHERE id = ?", [id])
  const life = model.lives.get(id)
  if (life) life.status = "lapsed"
}
