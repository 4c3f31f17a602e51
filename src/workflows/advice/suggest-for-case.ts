import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { AdminNegotiation } from "../../contract"
import { compilePolicy, fromUnits, suggest, type CaseEvent, type MenuOption } from "../../engine"
import type { CaseRecord } from "../../modules/negotiation/case-records"
import { gatherForCase } from "../case"
import { caseState } from "../case/decide/case-state"
import { toCaseFacts } from "../case/facts/engine-facts"
import type { GatheredFacts } from "../case/facts/gather"
import { netUnits, saidPrices, shownPrice, type SaidPrices } from "../case/tax/shown-prices"
import { negotiationService } from "../negotiation-service"
import { resolveCompany } from "../company/resolve-company"

const WHOLE_BPS = 10_000

/** Statuses in which a rep can still offer something. */
const ADVISED: ReadonlySet<string> = new Set(["in_review", "awaiting_buyer"])

/** The case's last ask as the engine takes it; null where a price is none the engine counts in. */
function askOf(record: CaseRecord, gathered: GatheredFacts): CaseEvent | null {
  const asks = record.lines.flatMap((line) => {
    const unit_price = netUnits(gathered, line.variant_id, Number(line.target_unit_price))
    return Number.isNaN(unit_price) ? [] : [{ line_id: line.id, unit_price, quantity: line.quantity }]
  })
  return asks.length === record.lines.length && asks.length > 0 ? { type: "ask", asks } : null
}

function present(gathered: GatheredFacts, said: SaidPrices, option: MenuOption): NonNullable<AdminNegotiation["suggestion"]> {
  return {
    lines: option.lines.map(({ line_id, variant_id, unit_price, quantity }) => ({
      line_id,
      unit_price: shownPrice(gathered, variant_id, unit_price, said),
      quantity,
    })),
    contribution: option.contribution === null ? null : fromUnits(option.contribution),
    margin: option.margin === null ? null : option.margin / WHOLE_BPS,
  }
}

/**
 * What the engine would offer for a case now, with today's prices, costs and stock: the best trade of its menu, a proposal
 * for the rep. Null where the case is closed, no policy answers, a fact is missing, or there is no room. Reads only.
 */
export async function suggestForCase(container: MedusaContainer, id: string, now: Date): Promise<AdminNegotiation["suggestion"]> {
  const service = negotiationService(container)
  const record = await service.readCase(id)
  if (!record || !ADVISED.has(record.negotiation.status)) return null
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id: record.negotiation.customer_id }, { select: ["id"], take: 1 })
  // The buyer's own prices depend on who they are: without them there is nothing to compare an offer with.
  if (!customer) return null
  const gathered = await gatherForCase(container, record, await resolveCompany(container, customer.id))
  const event = askOf(record, gathered)
  if (!event) return null
  const compiled = gathered.stored.policy ? compilePolicy(gathered.stored.policy.terms, gathered.input.company.segment) : null
  if (!compiled?.ok) return null
  const facts = toCaseFacts(gathered, service.options.jitterSecret, now)
  // What a rep fills in is a price for the asked article: what hangs on more than that can't be said so.
  const menu = suggest(compiled.policy, facts, caseState(gathered, [], now), event) ?? []
  const best = menu.find(({ kind }) => kind === "counter" || kind === "volume")
  const said = saidPrices(record.lines.map(({ variant_id, target_unit_price }) => ({ variant_id, unit_price: target_unit_price })))
  return best ? present(gathered, said, best) : null
}
