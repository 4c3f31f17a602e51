import { DEFAULT_POLICY_TERMS, type EligibilityRules, type LeverTerms, type PolicyTerms, type RoutingRule, type StrategyRules } from "../../contract"
import { POLICY_FIELDS } from "./policy-fields"
import { readAmounts, readField, showAmounts, showField, showShare, readShare } from "./policy-values"
import { parseWhole } from "./numbers"

/** Terms that have a form of their own instead of one field. */
export const RULE_TERMS = ["eligibility", "strategies", "levers", "routing"] as const

/** Terms a strategy may change, in the order of the form. */
export const STRATEGY_TERMS = [
  "opening_concession", "talk_concession_limit", "counter_concession_limit", "curve_shape", "reciprocity", "acceptance_opening", "acceptance_shape", "rounds", "volume_gain_share", "volume_cap_factor", "last_paid", "initiation",
] as const satisfies readonly (keyof PolicyTerms)[]

/** In a choice: as the policy says. Empty is no value a list can have. */
export const AS_POLICY = "as_policy"

type Verdict = EligibilityRules["credit"]["watch"]

/** Rules of eligibility as typed. */
export interface EligibilityInput {
  minimum_value: string
  profitability: string[]
  growth: string[]
  /** Separated by commas. */
  excluded_segments: string
  credit_watch: Verdict
  credit_blocked: Verdict
  only_products: string[]
  never_products: string[]
}

/** A strategy as typed; segments separated by commas, a term left empty is as the policy says. */
export interface StrategyInput {
  name: string
  segments: string
  objective: StrategyRules["objective"]
  terms: Record<string, string>
}

/** Levers as typed. */
export interface LeversInput {
  kept_share: string
  freight: { shipping_option_id: string; gain: string; transit_days: string }[]
  payment_terms: string
  payment_standard_days: string
  payment_annual_rate: string
  payment_bad_debt: string
  substitutes: LeverTerms["substitutes"]
}

/** A routing rule as typed; what is left empty always fits. */
export interface RoutingInput {
  name: string
  to: RoutingRule["to"]
  sla_hours: string
  value_from: string
  depth_from: string
  margin_under: string
  segments: string
  profitability: string[]
  products: string[]
}

/** The rules of a policy as typed. */
export interface RulesInput {
  eligibility: EligibilityInput
  strategies: StrategyInput[]
  levers: LeversInput
  routing: RoutingInput[]
}

const names = (text: string): string[] => text.split(",").map((name) => name.trim()).filter(Boolean)
const list = (entries: readonly string[] | undefined): string => (entries ?? []).join(", ")
/** A field that is there where something was typed; what can't be read is handed on as nothing, so that the contract names it. */
const given = <Value>(text: string, read: (text: string) => Value | null): Value | undefined | null => (text.trim() === "" ? undefined : read(text))
const filled = (entries: readonly string[]): string[] | undefined => (entries.length > 0 ? [...entries] : undefined)
const present = (record: Record<string, unknown>) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

/** A new strategy, before anything was said. */
export function emptyStrategy(): StrategyInput {
  return { name: "", segments: "", objective: "as_set", terms: strategyTerms({}) }
}

/** A new rule: everything, to a rep. */
export function emptyRule(): RoutingInput {
  return { name: "", to: "rep", sla_hours: "", value_from: "", depth_from: "", margin_under: "", segments: "", profitability: [], products: [] }
}

function fieldOf(name: string) {
  return POLICY_FIELDS.find((field) => field.name === name)
}

function strategyTerms(terms: StrategyRules["terms"]): Record<string, string> {
  return Object.fromEntries(STRATEGY_TERMS.map((name) => {
    const field = fieldOf(name)
    const value = terms[name]
    return [name, field === undefined || value === undefined ? (field?.choices ? AS_POLICY : "") : showField(field, value)]
  }))
}

function readStrategyTerms(input: Record<string, string>): Record<string, unknown> {
  return present(Object.fromEntries(STRATEGY_TERMS.map((name) => {
    const field = fieldOf(name)
    const text = input[name] ?? ""
    return [name, field === undefined || text.trim() === "" || text === AS_POLICY ? undefined : (readField(field, text) ?? null)]
  })))
}

/** The rules of a policy as the form shows them. A policy older than a term shows what the store takes it to say. */
export function rulesToInput(terms: PolicyTerms): RulesInput {
  const { eligibility, strategies, levers, routing } = { ...DEFAULT_POLICY_TERMS, ...terms }
  return {
    eligibility: {
      minimum_value: showAmounts(eligibility.minimum_value),
      profitability: [...eligibility.profitability],
      growth: [...eligibility.growth],
      excluded_segments: list(eligibility.excluded_segments),
      credit_watch: eligibility.credit.watch,
      credit_blocked: eligibility.credit.blocked,
      only_products: [...eligibility.only_products],
      never_products: [...eligibility.never_products],
    },
    strategies: strategies.map(({ name, segments, objective, terms: changed }) => ({ name, segments: list(segments), objective, terms: strategyTerms(changed) })),
    levers: {
      kept_share: showShare(levers.kept_share),
      freight: levers.freight.map(({ shipping_option_id, gain, transit_days }) => ({ shipping_option_id, gain: showAmounts(gain), transit_days: String(transit_days) })),
      payment_terms: list(levers.payment.terms),
      payment_standard_days: String(levers.payment.standard_days),
      payment_annual_rate: showShare(levers.payment.annual_rate),
      payment_bad_debt: showShare(levers.payment.bad_debt),
      substitutes: levers.substitutes,
    },
    routing: routing.map(({ name, when, to, sla_hours }) => ({
      name,
      to,
      sla_hours: sla_hours === null ? "" : String(sla_hours),
      value_from: when.value_from ? showAmounts(when.value_from) : "",
      depth_from: when.depth_from === undefined ? "" : showShare(when.depth_from),
      margin_under: when.margin_under === undefined ? "" : showShare(when.margin_under),
      segments: list(when.segments),
      profitability: [...(when.profitability ?? [])],
      products: [...(when.products ?? [])],
    })),
  }
}

/** What was typed in the shape of the contract, unchecked: what can't be read is null, which the contract refuses by its place. */
export function rulesFromInput({ eligibility, strategies, levers, routing }: RulesInput): Record<(typeof RULE_TERMS)[number], unknown> {
  return {
    eligibility: {
      minimum_value: readAmounts(eligibility.minimum_value),
      profitability: eligibility.profitability,
      growth: eligibility.growth,
      excluded_segments: names(eligibility.excluded_segments),
      credit: { watch: eligibility.credit_watch, blocked: eligibility.credit_blocked },
      only_products: eligibility.only_products,
      never_products: eligibility.never_products,
    },
    strategies: strategies.map(({ name, segments, objective, terms }) => ({ name, segments: names(segments), objective, terms: readStrategyTerms(terms) })),
    levers: {
      kept_share: readShare(levers.kept_share),
      freight: levers.freight.map(({ shipping_option_id, gain, transit_days }) => ({ shipping_option_id, gain: readAmounts(gain), transit_days: parseWhole(transit_days) })),
      payment: {
        terms: names(levers.payment_terms),
        standard_days: parseWhole(levers.payment_standard_days),
        annual_rate: readShare(levers.payment_annual_rate),
        bad_debt: readShare(levers.payment_bad_debt),
      },
      substitutes: levers.substitutes,
    },
    routing: routing.map((rule) => ({
      name: rule.name,
      to: rule.to,
      sla_hours: rule.to === "automatic" || rule.sla_hours.trim() === "" ? null : (parseWhole(rule.sla_hours) ?? Number.NaN),
      when: present({
        value_from: given(rule.value_from, readAmounts),
        depth_from: given(rule.depth_from, readShare),
        margin_under: given(rule.margin_under, readShare),
        segments: filled(names(rule.segments)),
        profitability: filled(rule.profitability),
        products: filled(rule.products),
      }),
    })),
  }
}
