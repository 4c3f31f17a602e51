import type { LeverTerms } from "../../src/contract"
import { compilePolicy, ladder, type PolicyTerms } from "../../src/engine"
import type { Chart, Curve } from "./chart"
import { pieces, range, rounds } from "./curves"
import { factsOf, LINE, priceOf, STORY, talk, termOf } from "./story"

const SLOW = "slow"
const NO_TALK: Partial<PolicyTerms> = { opening_concession: 0, talk_concession_limit: 0 }

/** What comes off the goods for a lever, in percent of them, by the share of its gain that is kept. */
function leverCut(name: string, lever: Partial<LeverTerms>): Curve {
  const more = { freight: [{ shipping_option_id: SLOW, total: null }], payment_terms: [{ id: "prepay", days: 0 }] }
  return { name, points: range(0, 0.9, 0.1).map((kept_share) => {
    const none: LeverTerms = { kept_share, freight: [], payment: { terms: [], standard_days: 30, annual_rate: 0.1, bad_debt: 0 }, substitutes: "off" }
    const [decision] = talk({ ...NO_TALK, levers: { ...none, ...lever, kept_share } }, [100], { more })
    return [kept_share, (decision?.menu.find(({ concession }) => concession !== null && concession !== undefined)?.concession?.percent ?? 0) / 100] as const
  }) }
}

const freight = (usd: number): Partial<LeverTerms> => ({ freight: [{ shipping_option_id: SLOW, gain: { usd }, transit_days: 10 }] })
const prepay = (days: number, bad_debt: number): Partial<LeverTerms> => ({ payment: { terms: ["prepay"], standard_days: days, annual_rate: 0.1, bad_debt } })

/** A figure of the first answer where nobody entered a cost, by the deepest discount the policy allows then. */
function withoutCost(name: string, figure: "floor" | "band" | "counter"): Curve {
  return { name, points: range(0.04, 0.4, 0.02).flatMap((discount) => {
    const [decision] = talk({ without_cost_max_discount: discount }, [90], { cost: null })
    const value = decision === undefined ? null : figure === "counter" ? priceOf(decision) : termOf(decision, figure)
    return value === null ? [] : [[discount, value] as const]
  }) }
}

/** The steps a buyer is shown unasked, from the pieces in their cart on. */
function shownSteps(name: string, change: Partial<PolicyTerms>): Curve {
  const compiled = compilePolicy({ ...STORY, volume_step: 500, initiation: "threshold", ...change })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  const facts = factsOf()
  const [line] = facts.lines
  const steps = line === undefined ? [] : ladder(compiled.policy, facts, line, null)
  return { name, points: [[LINE.quantity, LINE.list] as const, ...steps.map((step) => [step.min_quantity, step.unit_price / 10_000] as const)] }
}

/** What stands for the asked pieces after the first answer, by the ask: list where no counter is given. */
const standing = (name: string, minimum_plausible_ask: number): Curve =>
  ({ name, points: range(70, 117.5, 0.5).flatMap((ask) => talk({ minimum_plausible_ask }, [ask]).map((decision) => [ask, priceOf(decision)] as const)) })

/** Counters where the company paid 115 for as many pieces a month ago. */
const lastPaid = (last_paid: PolicyTerms["last_paid"]): Curve => rounds(last_paid, { last_paid }, { lastPaid: 115 })

/** Pictures of what is no number of the bargaining curve itself. */
export const MORE_CHARTS: readonly Chart[] = [
  {
    file: "rounds", title: "How many answers: rounds (T)", across: "round", up: "counter for 2,000 pieces, α .05, ρ .20",
    curves: [2, 4, 8].map((count) => rounds(`T ${count}`, { rounds: count })),
  },
  {
    file: "plausible-ask", title: "Taken seriously: the minimum plausible ask", across: "first ask", up: "what stands for 2,000 pieces after it (120: no counter)",
    curves: [0.65, 0.75, 0.85].map((share) => standing(`${share} of list`, share)),
  },
  {
    file: "last-paid", title: "The last price paid: 115, a month ago", across: "round", up: "counter for as many pieces",
    curves: [lastPaid("ignore"), lastPaid("hold"), lastPaid("honour")],
  },
  {
    file: "volume-step", title: "In what packs: the volume step", across: "price asked for (counter 118)", up: "pieces needed in all, asked for 2,000",
    curves: [1, 250, 1_000].map((step) => pieces(`step ${step}`, { volume_step: step }, range(106, 117, 0.5))),
  },
  {
    file: "kept-share", title: "Freight and payment: the share you keep (σ)", across: "kept share", up: "percent off the goods of 240,000",
    curves: [leverCut("freight saves 12,000", freight(12_000)), leverCut("freight saves 6,000", freight(6_000)), leverCut("prepaid, not at 60 days", prepay(60, 0.005)), leverCut("prepaid, not at 30 days", prepay(30, 0))],
  },
  {
    file: "without-cost", title: "Nobody entered a cost: the deepest discount without one", across: "deepest discount allowed, share of list", up: "price",
    curves: [withoutCost("first counter", "counter"), withoutCost("talk ends", "band"), withoutCost("floor", "floor")],
  },
  {
    file: "published-steps", title: "Shown unasked: the price ladder for 2,000 pieces in the cart", across: "pieces", up: "unit price",
    curves: [0.45, 0.55, 0.7].map((share) => shownSteps(`γ ${share}`, { volume_gain_share: share })),
  },
]
