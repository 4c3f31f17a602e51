import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ContractError, type ConcessionTerms, type SellerCounterBody } from "../../contract"
import type { OptionTerms, PricedLine } from "../../modules/negotiation/case-types"
import { requireGrantable, type ConcessionPlace } from "../concession/grantable"
import { negotiationService } from "../negotiation-service"

/** @throws ContractError `invalid_data` where what may be bought in all, or is committed to, is less than the offered quantity */
function requireFitting(body: SellerCounterBody, offered: readonly PricedLine[]): void {
  for (const { line_id, max_quantity: most, committed_quantity: committed } of body.lines) {
    const least = offered.find((line) => line.line_id === line_id)?.quantity ?? 0
    const refuse = (field: string, why: string): never => {
      throw new ContractError("invalid_data", `${field}: ${why}`, { line_id, field, quantity: least })
    }
    if (most !== undefined && most < least) refuse("max_quantity", `at least the ${least} pieces of the offer`)
    if (committed !== undefined && committed < least) refuse("committed_quantity", `at least the ${least} pieces of the offer`)
    if (committed !== undefined && most !== undefined && committed > most) refuse("committed_quantity", `at most the ${most} pieces that may be bought`)
  }
}

/** What the conditions are called to the buyer, as it was when the offer was made. */
async function namesOf(container: MedusaContainer, concessions: readonly ConcessionTerms[]): Promise<NonNullable<OptionTerms["names"]>> {
  const ids = concessions.flatMap((concession) => (concession.kind === "freight" ? concession.shipping_option_id : []))
  const options = ids.length === 0 ? [] : await container.resolve(Modules.FULFILLMENT).listShippingOptions({ id: ids }, { select: ["id", "name"] })
  const terms = negotiationService(container).options.paymentTerms ?? []
  return {
    shipping_options: Object.fromEntries(options.map((option) => [option.id, option.name])),
    payment_days: Object.fromEntries(terms.map((term) => [term.id, term.days])),
  }
}

/**
 * What a rep gives beside prices, checked; null for prices alone.
 * @throws ContractError `invalid_data` for limits under the offered quantity, and for concessions that can't be kept there
 */
export async function sellerTerms(
  container: MedusaContainer,
  place: ConcessionPlace,
  body: SellerCounterBody,
  offered: readonly PricedLine[]
): Promise<OptionTerms | null> {
  const { max_orders, lines } = body
  const concessions = body.concessions ?? []
  requireFitting(body, offered)
  await requireGrantable(container, concessions, place)
  const limits = lines.flatMap(({ line_id, max_quantity, committed_quantity }) =>
    max_quantity === undefined && committed_quantity === undefined
      ? []
      : [{ line_id, max_quantity: max_quantity ?? null, committed_quantity: committed_quantity ?? null }]
  )
  if (max_orders === undefined && limits.length === 0 && concessions.length === 0) return null
  return { max_orders: max_orders ?? null, concessions, lines: limits, names: await namesOf(container, concessions) }
}
