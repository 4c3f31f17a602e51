import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContractError } from "../../../contract"
import type { NewCosts } from "../../../modules/negotiation/settings"

/** Names that are wanted and were not found. */
function missing(wanted: readonly string[], found: readonly string[]): string[] {
  const known = new Set(found)
  return wanted.filter((name) => !known.has(name))
}

/**
 * Refuses costs of variants or in currencies the store doesn't have: they would never be read, and a typing slip would
 * look like a missing cost.
 * @throws ContractError `invalid_data` with `details.unknown_variant_ids` or `details.unknown_currency_codes`
 */
export const checkCostSubjectsStep = createStep("negotiation-check-cost-subjects", async (input: NewCosts, { container }) => {
  const variantIds = [...new Set(input.costs.map((cost) => cost.variant_id))]
  const codes = [...new Set(input.costs.map((cost) => cost.currency_code))]
  const [variants, currencies] = await Promise.all([
    container.resolve(Modules.PRODUCT).listProductVariants({ id: variantIds }, { select: ["id"], take: variantIds.length }),
    container.resolve(Modules.CURRENCY).listCurrencies({ code: codes }, { select: ["code"], take: codes.length }),
  ])
  const unknown_variant_ids = missing(variantIds, variants.map((variant) => variant.id))
  if (unknown_variant_ids.length > 0) throw new ContractError("invalid_data", "costs: unknown variants", { unknown_variant_ids })
  const unknown_currency_codes = missing(codes, currencies.map((currency) => currency.code))
  if (unknown_currency_codes.length > 0) throw new ContractError("invalid_data", "costs: unknown currencies", { unknown_currency_codes })
  return new StepResponse({ checked: input.costs.length })
})
