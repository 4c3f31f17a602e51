import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ContractError } from "../../contract"
import type { AgreementLineView } from "../../modules/negotiation/agreement-types"
import { gatherOwnPrices, includesTax, readTaxPreferences } from "../cart-price/own-prices"
import { rowTitle } from "../cart-price/price-candidates"
import type { PricedCompany } from "./company-price-list"
import { planRows } from "./plan-rows"
import type { StoredRow } from "./price-rows"

/** A price row that should exist, with the agreement line it carries. */
export interface DesiredRow {
  readonly line_id: string
  readonly price: StoredRow["price"]
}

async function groupsOf(container: MedusaContainer, customer_id: string): Promise<string[]> {
  const groups = await container.resolve(Modules.CUSTOMER).listCustomerGroups({ customers: customer_id }, { select: ["id"], take: null })
  return groups.map((group) => group.id)
}

/**
 * The price rows that carry an agreement's lines: for the company's group, or for its one customer, in the agreed region.
 *
 * A row with a region as a rule takes that region's word on whether prices include tax, a row without takes the currency's
 * (Medusa's rule). Where the two differ and the buyer's own price follows the currency, the agreed one must too, or the same
 * number would mean another price: such rows carry no region rule, and the check at completion holds the region.
 *
 * @throws ContractError `agreement_not_applicable` when a variant has no price of its own any more.
 */
export async function desiredRows(
  container: MedusaContainer,
  company: PricedCompany,
  lines: readonly AgreementLineView[]
): Promise<DesiredRow[]> {
  const first = lines[0]
  if (!first) return []
  const { customer_id, region_id, currency_code } = first
  const [preferences, group_ids] = await Promise.all([
    readTaxPreferences(container, first),
    groupsOf(container, customer_id),
  ])
  const own = await gatherOwnPrices(container, {
    variant_ids: lines.map((line) => line.variant_id),
    region_id,
    currency_code,
    customer_id,
    customer_group_ids: group_ids,
    company_price_list_id: company.price_list_id,
  })
  const who: Record<string, string> = company.customer_group_id ? { "customer.groups.id": company.customer_group_id } : { customer_id }
  return lines.flatMap((line) => {
    const prices = own.get(line.variant_id)
    if (!prices) {
      throw new ContractError("agreement_not_applicable", `${line.title} has no price here any more`, { variant_id: line.variant_id })
    }
    const rules = includesTax(true, preferences) === prices.is_tax_inclusive ? { ...who, region_id } : who
    return planRows(line, prices.tiers).map(({ min_quantity, max_quantity, unit_price }) => ({
      line_id: line.id,
      price: {
        title: rowTitle(line.agreement_id),
        price_set_id: prices.price_set_id,
        currency_code,
        amount: unit_price,
        min_quantity,
        max_quantity,
        rules,
      },
    }))
  })
}
