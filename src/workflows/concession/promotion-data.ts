import type { CreatePromotionDTO, CreatePromotionRuleDTO, PromotionDTO } from "@medusajs/framework/types"
import type { ConcessionView } from "../../modules/negotiation/concession-types"
import { isOwnCode } from "./codes"

/** What a promotion that carries a concession says, apart from its code. */
export type ConcessionPromotion = Omit<CreatePromotionDTO, "code" | "application_method" | "rules"> & {
  readonly rules: CreatePromotionRuleDTO[]
  readonly application_method: NonNullable<CreatePromotionDTO["application_method"]> & { readonly target_rules: CreatePromotionRuleDTO[] }
}

const PIECES = "items.quantity"
const AT_MOST = "lte"

/** Medusa asks how many pieces a share is taken off: all of them, an integer column's largest number. */
const EVERY_PIECE = 2_147_483_647

const rule = (attribute: string, operator: CreatePromotionRuleDTO["operator"], value: string | number): CreatePromotionRuleDTO => ({
  attribute,
  operator,
  values: [String(value)],
})

/** The company's group; one buyer as long as they are in it; or the buyer alone where there is no group. As with prices. */
function audienceRules(concession: ConcessionView): CreatePromotionRuleDTO[] {
  const { customer_group_id, customer_id, shared } = concession
  // A buyer may be in several groups: `eq` would want each of them to be the company's.
  const group = customer_group_id === null ? [] : [rule("customer.groups.id", "in", customer_group_id)]
  return customer_group_id === null || !shared ? [rule("customer.id", "eq", customer_id), ...group] : group
}

function conditionRules(concession: ConcessionView): CreatePromotionRuleDTO[] {
  const { shipping_option_id, min_subtotal } = concession
  return [
    // One of the cart's ways to travel: goods of different shipping profiles travel by several.
    ...(shipping_option_id === null ? [] : [rule("shipping_methods.shipping_option_id", "in", shipping_option_id)]),
    // Before discounts and net: `item_total` contains the discount itself and flaps.
    ...(min_subtotal === null ? [] : [rule("item_subtotal", "gte", min_subtotal)]),
  ]
}

function targetRules(concession: ConcessionView): CreatePromotionRuleDTO[] {
  const { target, shipping_option_id, variant_id, min_quantity, remaining_quantity } = concession
  if (target === "freight") {
    return shipping_option_id === null ? [] : [rule("shipping_methods.shipping_option_id", "eq", shipping_option_id)]
  }
  if (variant_id === null) return []
  // As with the price: for more pieces than are left nothing of it holds.
  const most = remaining_quantity === null ? [] : [rule(PIECES, AT_MOST, remaining_quantity)]
  return [rule("items.variant_id", "eq", variant_id), rule(PIECES, "gte", min_quantity ?? 1), ...most]
}

/**
 * How far a share reaches: every piece of every line, or so many pieces of the cart together. Counted line by line, one
 * article on several lines would get them several times.
 */
function reachOf({ target, max_quantity }: ConcessionView): { readonly allocation: "each" | "once"; readonly max_quantity: number } {
  if (target === "freight" || max_quantity === null) return { allocation: "each", max_quantity: EVERY_PIECE }
  return { allocation: "once", max_quantity }
}

/**
 * The promotion that carries a concession: coded and never automatic, for whom it was agreed, in the agreed region and
 * currency, while its condition holds, off the goods or the freight it names. A sum is taken off in the agreement's own
 * terms, with or without tax; a share is the same either way.
 */
export function promotionOf(concession: ConcessionView): ConcessionPromotion {
  const { percent, amount, currency_code, region_id, target, is_tax_inclusive } = concession
  const share = percent !== null
  return {
    type: "standard",
    status: "active",
    is_automatic: false,
    is_tax_inclusive: !share && is_tax_inclusive,
    rules: [...audienceRules(concession), rule("region.id", "eq", region_id), ...conditionRules(concession)],
    application_method: {
      type: share ? "percentage" : "fixed",
      target_type: target === "freight" ? "shipping_methods" : "items",
      ...(share ? reachOf(concession) : { allocation: "across" }),
      value: percent ?? amount ?? 0,
      currency_code,
      target_rules: targetRules(concession),
    },
  }
}

/** The rule that says for how many pieces a concession holds, where its promotion says other than what is left; null where it is right or has none. */
export function outdatedReach(promotion: PromotionDTO, { remaining_quantity }: ConcessionView): { readonly id: string; readonly values: string[] } | null {
  const most = promotion.application_method?.target_rules?.find(({ attribute, operator }) => attribute === PIECES && operator === AT_MOST)
  if (!most || remaining_quantity === null || ruleKeys([most])[0] === ruleKeys([rule(PIECES, AT_MOST, remaining_quantity)])[0]) return null
  return { id: most.id, values: [String(remaining_quantity)] }
}

type AnyRule = { attribute?: string; operator?: string; values?: unknown }

function ruleKeys(rules: readonly AnyRule[] | undefined): string[] {
  return (rules ?? [])
    .map(({ attribute, operator, values }) => {
      const list = Array.isArray(values) ? values : [values]
      const plain = list.map((value) => (typeof value === "object" && value !== null ? String((value as { value?: unknown }).value) : String(value)))
      return JSON.stringify([attribute, operator, plain.sort()])
    })
    .sort()
}

/** Whether a promotion in the store says exactly what it should: a merchant may have edited it. */
export function saysTheSame(stored: PromotionDTO, wanted: ConcessionPromotion): boolean {
  const method = stored.application_method
  const { application_method: should } = wanted
  return (
    isOwnCode(stored.code) &&
    stored.type === wanted.type &&
    stored.status === wanted.status &&
    !stored.is_automatic &&
    Boolean(stored.is_tax_inclusive) === wanted.is_tax_inclusive &&
    !stored.campaign &&
    (stored.limit ?? null) === null &&
    method !== undefined &&
    method.type === should.type &&
    method.target_type === should.target_type &&
    method.allocation === should.allocation &&
    Number(method.value) === Number(should.value) &&
    method.currency_code === should.currency_code &&
    (method.max_quantity ?? null) === (should.max_quantity ?? null) &&
    JSON.stringify(ruleKeys(stored.rules)) === JSON.stringify(ruleKeys(wanted.rules)) &&
    JSON.stringify(ruleKeys(method.target_rules)) === JSON.stringify(ruleKeys(should.target_rules))
  )
}
