import type { CaseFacts, FreightFacts, LineFacts, PaymentTermFacts, StandingOption, SubstituteFacts } from "../types"
import { isWhole, MAX_QUANTITY, MAX_UNIT_PRICE, WHOLE } from "../money/brands"
import { validTiers } from "./valid-tiers"

const SAFE = Number.MAX_SAFE_INTEGER
/** Most days a way to pay may take: a hundred years, beyond which no date is meant. */
const MAX_DAYS = 36_500

const isRecord = (value: unknown): boolean => typeof value === "object" && value !== null
const isAge = (value: unknown): boolean => typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY

const isMoney = (value: unknown): boolean => isWhole(value, 0, SAFE)
const isAbsent = (value: unknown): boolean => value === undefined || value === null

const validFreight = (each: FreightFacts): boolean =>
  isRecord(each) && typeof each.shipping_option_id === "string" && (each.total === null || isMoney(each.total))
const validTerm = (each: PaymentTermFacts): boolean => isRecord(each) && typeof each.id === "string" && isWhole(each.days, 0, MAX_DAYS)

/** True where what a case says about levers can be reckoned with. Facts left out are fine: nothing is offered on them. */
export function validLeverFacts({ needed_in_days, annual_volume, freight_total, freight, payment_terms }: CaseFacts): boolean {
  return (
    (isAbsent(needed_in_days) || isAge(needed_in_days)) &&
    (isAbsent(annual_volume) || isWhole(annual_volume, 0, SAFE)) &&
    (isAbsent(freight_total) || isMoney(freight_total)) &&
    (freight === undefined || (Array.isArray(freight) && freight.every(validFreight))) &&
    (payment_terms === undefined || (Array.isArray(payment_terms) && payment_terms.every(validTerm)))
  )
}

/**
 * True where an article that may stand in can be reckoned with. One that can't is no offer, and says nothing of the article asked for.
 */
export function isValidSubstitute(each: SubstituteFacts): boolean {
  return (
    isRecord(each) &&
    typeof each.variant_id === "string" &&
    isWhole(each.list_unit_price, 1, MAX_UNIT_PRICE) &&
    validTiers(each.own_prices) &&
    (each.unit_cost === null || isWhole(each.unit_cost, 0, MAX_UNIT_PRICE)) &&
    isAge(each.cost_age_days) &&
    (each.stock === null || each.stock === "unknown" || isWhole(each.stock, 0, SAFE)) &&
    (isAbsent(each.lot) || isWhole(each.lot, 1, MAX_QUANTITY)) &&
    (isAbsent(each.minimum_quantity) || isWhole(each.minimum_quantity, 1, MAX_QUANTITY))
  )
}

/** True where what a line says about its smallest quantity can be reckoned with, and its substitutes are a list. */
export function validLineLevers({ minimum_quantity, substitutes }: LineFacts): boolean {
  if (!isAbsent(minimum_quantity) && !isWhole(minimum_quantity, 1, MAX_QUANTITY)) return false
  return substitutes === undefined || Array.isArray(substitutes)
}

/** True where what a standing option concedes can be reckoned with: a cut of the goods, and the one way it holds for. */
export function validConcession({ concession }: StandingOption): boolean {
  if (concession === undefined || concession === null) return true
  if (!isRecord(concession) || !isWhole(concession.percent, 1, WHOLE)) return false
  return typeof (concession.kind === "freight" ? concession.shipping_option_id : concession.payment_term) === "string"
}
