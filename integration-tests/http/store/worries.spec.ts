import { updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { DEFAULT_POLICY_TERMS, type PolicyTerms, type StoreNegotiation } from "../../../src/contract"
import { INSIGHT_MODULE, type InsightModuleService } from "../../../src/modules/insight"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import { storeTest } from "../../setup/store-test"
import { createPolicy, GOLDEN_TERMS } from "../../setup/terms"
import { askFirst, negotiationOf, optionOf } from "./ask"

type Name = "cylinder" | "valve" | "gearbox"

/** A fact, what is asked, and where that must end. Prices in US dollars. */
interface Worry {
  readonly fact: string
  readonly terms?: Partial<PolicyTerms>
  /** What Acme paid for an article, and for how many pieces. */
  readonly bought?: readonly { readonly article: Name; readonly unit_price: number; readonly quantity: number }[]
  readonly company?: { readonly strategic?: boolean; readonly opted_out?: boolean }
  readonly metadata?: Record<string, unknown>
  /** By default one line of 2,000 cylinders, asked for at 110. */
  readonly articles?: readonly Name[]
  readonly ask?: Record<string, unknown>
  readonly price?: number
  readonly status: StoreNegotiation["status"]
  /** What the seller is told; the buyer never is. */
  readonly reason: string
  /** The offer, as `kind quantity @ price`; left out: none. */
  readonly offer?: readonly string[]
}

const paid = (unit_price: number, quantity = 2_000, article: Name = "cylinder") => ({ bought: [{ article, unit_price, quantity }] })

const WORRIES: readonly Worry[] = [
  { fact: "nothing to worry about", status: "awaiting_buyer", reason: "countered", offer: ["volume 4000 @ 110", "counter 2000 @ 118"] },
  { fact: "last price paid: held", terms: { last_paid: "hold" }, ...paid(119), status: "awaiting_buyer", reason: "countered", offer: ["counter 2000 @ 119"] },
  { fact: "last price paid: ignored", terms: { last_paid: "ignore" }, ...paid(113), status: "awaiting_buyer", reason: "countered", offer: ["volume 4000 @ 110", "counter 2000 @ 118"] },
  { fact: "last price paid: honoured", terms: { last_paid: "honour" }, ...paid(113), price: 112.9, status: "agreed", reason: "accepted_ask" },
  { fact: "last price paid: to be honoured, but too deep", terms: { last_paid: "honour" }, ...paid(111), status: "in_review", reason: "last_paid_under_band" },
  { fact: "a quantity far over the largest order", terms: { outlier_quantity_factor: 20 }, ...paid(120, 99), status: "in_review", reason: "outlier_quantity" },
  { fact: "a quantity of the usual size", terms: { outlier_quantity_factor: 20 }, ...paid(120, 100), status: "awaiting_buyer", reason: "countered", offer: ["volume 4000 @ 110", "counter 2000 @ 118"] },
  // An eighth of list is how close a competitor's price is looked at: 79 lies in the step the cost of 80 lies in.
  { fact: "a competitor a little under our cost", ask: { competing_offer: { competitor: "Elsewhere", unit_price: 79 } }, status: "awaiting_buyer", reason: "countered", offer: ["volume 4000 @ 110", "counter 2000 @ 118"] },
  { fact: "a competitor under our cost", ask: { competing_offer: { competitor: "Elsewhere", unit_price: 74 } }, status: "in_review", reason: "competitor_under_cost" },
  { fact: "a strategic company", company: { strategic: true }, status: "in_review", reason: "strategic_customer" },
  { fact: "a company that opted out", company: { opted_out: true }, status: "declined", reason: "opted_out" },
  { fact: "a cost too old", terms: { cost_max_age_days: 30 }, status: "in_review", reason: "cost_stale" },
  { fact: "no cost", articles: ["gearbox"], price: 130, status: "in_review", reason: "cost_missing" },
  { fact: "no cost, and a policy that allows for it", terms: { without_cost_max_discount: 0.1, opening_concession: 0.2 }, articles: ["gearbox"], price: 141, status: "agreed", reason: "accepted_ask" },
  // Break-even there is past what a column holds: an answer of its own would tell the cost.
  { fact: "a hair over cost at the largest quantity", ask: { quantity: 10_000_000 }, price: 80.0001, status: "in_review", reason: "over_automatic_limit" },
  { fact: "goods that come in lots", metadata: { lot_size: 144 }, status: "awaiting_buyer", reason: "countered", offer: ["volume 3872 @ 110", "counter 2000 @ 118"] },
  { fact: "more articles never bought than the policy allows", terms: { thin_data_max_lines: 1 }, articles: ["cylinder", "valve"], price: 70, status: "in_review", reason: "thin_data" },
  { fact: "as many articles never bought as it allows", terms: { thin_data_max_lines: 1 }, ...paid(70, 3_000, "valve"), articles: ["cylinder", "valve"], price: 119.5, status: "agreed", reason: "accepted_ask" },
]

storeTest(({ as, cart, container, ground, people, truth }) => {
  const service = () => container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const offerOf = ({ offer }: StoreNegotiation) =>
    (offer?.options ?? []).map(({ kind, lines }) => `${kind} ${lines.map(({ quantity, unit_price }) => `${quantity} @ ${unit_price}`).join(" + ")}`)
  const cylinders = (quantity = 2_000) => [{ article: ground().articles.cylinder, quantity }]

  async function bought(rows: NonNullable<Worry["bought"]>): Promise<void> {
    const purchases = rows.map(({ article, unit_price, quantity }, index) => ({
      order_id: `order_${index}`, order_line_item_id: `ordli_${index}`, company_id: people().acme.id, customer_id: people().acme.buyers[0].id,
      variant_id: ground().articles[article].variant_id, product_id: null, currency_code: "usd", region_id: ground().regions.usd,
      unit_price, quantity, ordered_at: new Date(Date.now() - 86_400_000 * 40), cancelled: false,
    }))
    await container().resolve<InsightModuleService>(INSIGHT_MODULE).recordPurchases(purchases)
  }

  it.each(WORRIES)("$fact: $status, $reason", async (worry) => {
    await createPolicy(container(), worry.terms ?? {}, [], 2_000)
    if (worry.bought) await bought(worry.bought)
    if (worry.company) await service().updateNegotiationCompanies({ id: people().acme.id, ...worry.company })
    if (worry.metadata) {
      const selector = { id: ground().articles.cylinder.variant_id }
      await updateProductVariantsWorkflow(container()).run({ input: { selector, update: { metadata: worry.metadata } } })
    }
    const articles = worry.articles ?? ["cylinder"]
    const basket = await cart(as.anna(), articles.map((name) => ({ article: ground().articles[name], quantity: 2_000 })))
    // A valve costs 75 where a cylinder costs 120: both are asked for by the same share.
    const lines = (basket.items as { id: string; variant_id: string }[]).map(({ id, variant_id }) => ({
      line_item_id: id, target_unit_price: variant_id === ground().articles.valve.variant_id ? 74.8 : (worry.price ?? 110), ...worry.ask,
    }))
    const seen = negotiationOf(await as.anna().post("/store/price-requests", { cart_id: basket.id, lines }), 201)
    expect(seen.status).toBe(worry.status)
    expect(offerOf(seen)).toEqual(worry.offer ?? [])
    expect(await truth().row("negotiation", { id: seen.id })).toMatchObject({ reason_code: worry.reason })
    // Whatever the worry is, a buyer reads the same word for it.
    expect(seen.reason_code).toBe(seen.status === "in_review" ? "under_review" : null)
  })

  it.each([["person", "in_review", "last_round"], ["stand", "awaiting_buyer", "countered"]] as const)(
    "the last round is over and the policy says %s: %s, and what stands stays on the table",
    async (on_last_round, status, reason) => {
      await createPolicy(container(), { on_last_round, rounds: 1 }, [], 2_000)
      const first = await askFirst(as.anna(), await cart(as.anna(), cylinders()), 110)
      // The counter of an only round is 112: nearer, and still under it.
      const lines = [{ line_id: first.lines[0]?.id, target_unit_price: 111 }]
      const second = negotiationOf(await as.anna().post(`/store/negotiations/${first.id}/counter`, { version: first.version, lines }), 200)
      expect(second.status).toBe(status)
      expect(optionOf(second, "volume").id).toBe(optionOf(first, "volume").id)
      // What stands is said again, and the case stays as it was: no round is left to write down.
      expect(await truth().row("negotiation", { id: first.id })).toMatchObject({ reason_code: reason })
    }
  )

  it("a policy version written before a term existed goes on answering, with the term's default", async () => {
    const { thin_data_max_lines: _, ...terms } = GOLDEN_TERMS
    const policy = await service().createNegotiationPolicies({ name: "Of old", priority: 3_000, scope: { segments: [] } })
    await service().createNegotiationPolicyVersions({ policy_id: policy.id, version: 1, terms })
    expect(await askFirst(as.anna(), await cart(as.anna(), cylinders()), 110)).toMatchObject({ status: "awaiting_buyer" })
    const { data } = await as.admin().get(`/admin/negotiation-policies/${policy.id}`)
    expect(data.policy.terms.thin_data_max_lines).toBe(DEFAULT_POLICY_TERMS.thin_data_max_lines)
  })

  it("an ask deep against its peers is flagged to the rep, and answered as ever", async () => {
    const deep = async (who: ReturnType<typeof as.anna>) => askFirst(who, await cart(who, cylinders()), 100)
    const flagsOf = async ({ id }: StoreNegotiation) => (await as.admin().get(`/admin/negotiations/${id}`)).data.negotiation.lines[0].flags
    const before = await deep(as.ingrid())
    expect(await flagsOf(before)).toEqual([])

    const { variant_id } = ground().articles.cylinder
    for (const [index, target_unit_price] of [118, 116, 117, 115].entries()) {
      const { id } = await service().createNegotiations({
        status: "declined", company_id: `ncom_peer_${index}`, company_name: "Peer", customer_id: "cus_peer", customer_email: "", region_id: ground().regions.usd,
        currency_code: "usd", rounds_allowed: 4, value: 1, asked_value: 1, context: {},
      })
      await service().createNegotiationLines({
        negotiation_id: id, variant_id, title: "Cylinder", quantity: 10, list_unit_price: 120, current_unit_price: 120, target_unit_price,
      })
    }
    // Borealis and four more: nine in ten of five are all of them, and nobody went deeper than Borealis' 100.
    const as_deep = await deep(as.anna())
    expect(await flagsOf(as_deep)).toEqual([])
    const shown = await askFirst(as.solo(), await cart(as.solo(), cylinders()), 95)
    expect(await flagsOf(shown)).toEqual(["deep_against_peers"])
    expect(offerOf(as_deep)).toEqual(offerOf(before))
    expect(shown).toMatchObject({ status: "awaiting_buyer", reason_code: null })
    expect(JSON.stringify(shown)).not.toMatch(/peer|flag/)
  })
})
