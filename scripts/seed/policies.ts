import { DEFAULT_POLICY_TERMS, NO_LEVERS, type LeverTerms, type PolicyTerms } from "../../src/contract"
import type { Segment } from "./companies"

/** A policy of the demo store: for whom, why, and with which terms. */
export interface DemoPolicy {
  readonly name: string
  readonly segments: readonly Segment[]
  readonly priority: number
  readonly note: string
  readonly terms: PolicyTerms
  /** What is traded beside volume, see {@link demoLevers}; left out: nothing. */
  readonly trades?: "conditions" | "articles"
}

/**
 * What the demo's merchant trades beside volume: conditions (the slow way to ship, payment before delivery instead of after
 * the usual 30 days), or articles that are named as substitutes.
 */
export function demoLevers(trades: NonNullable<DemoPolicy["trades"]>, slow_option_id: string): LeverTerms {
  if (trades === "articles") return { ...NO_LEVERS, substitutes: "configured" }
  return {
    ...NO_LEVERS,
    freight: [{ shipping_option_id: slow_option_id, gain: { usd: 150, eur: 140 }, transit_days: 14 }],
    payment: { terms: ["prepay"], standard_days: 30, annual_rate: 0.1, bad_debt: 0.01 },
  }
}

/** Deals up to this size are answered without a person; the story's segment has a larger limit. */
const ORDINARY_LIMIT = { usd: 60_000, eur: 60_000 }

/** The common ground: orders here are hundreds of pieces, so steps are fifty. An article's lot size goes before a step. */
const BASE: PolicyTerms = { ...DEFAULT_POLICY_TERMS, volume_step: 50, outlier_quantity_factor: null, automatic_limit: ORDINARY_LIMIT }

/** The demo store's policies, one for each segment and one for everybody else. */
export const POLICIES: readonly DemoPolicy[] = [
  {
    name: "Volume buyers",
    segments: ["volume_buyer"],
    priority: 100,
    note: "Grow the volume: little by talk, much for more pieces.",
    terms: { ...BASE, volume_step: 500, automatic_limit: { usd: 500_000, eur: 500_000 }, initiation: "threshold" },
  },
  {
    name: "Deal optimisers",
    segments: ["deal_optimiser"],
    priority: 100,
    note: "They haggle over every order: no free concession, only trades.",
    terms: { ...BASE, opening_concession: 0, talk_concession_limit: 0, volume_gain_share: 0.65 },
    trades: "conditions",
  },
  {
    name: "List-loyal",
    segments: ["list_loyal"],
    priority: 100,
    note: "They pay list: nothing they did not ask for.",
    terms: { ...BASE, opening_concession: 0.03, talk_concession_limit: 0.12, volume_gain_share: 0.65, initiation: "buyer" },
    trades: "articles",
  },
  {
    name: "Strategic customers",
    segments: ["strategic"],
    priority: 100,
    note: "A person decides every case, within a day.",
    terms: { ...BASE, initiation: "seller", sla_hours: 8 },
  },
  {
    name: "Everyone else",
    segments: [],
    // Before the default policy of every installation, whose limit is too small for a shop that sells by the hundred.
    priority: 10,
    note: "Little is known of them: careful, and a person soon.",
    terms: { ...BASE, opening_concession: 0.04, talk_concession_limit: 0.15, volume_gain_share: 0.6, outlier_quantity_factor: 50 },
  },
]
