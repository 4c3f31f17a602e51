import fc from "fast-check"
import { checkPolicy, type CaseFacts, type EligibilityTerms, type PolicyTerms, type RoutingRule, type StrategyTerms } from ".."
import { termsArbitrary } from "./arbitraries"

const PROFITABILITY = ["a", "b", "c"] as const
const GROWTH = ["growing", "steady", "shrinking"] as const
const SEGMENTS = ["gold", "silver"] as const
const SCOPES = ["category:1", "tag:2", "product:3"] as const

const share = fc.integer({ min: 0, max: 6_000 }).map((count) => count / 10_000)
const amounts = fc.integer({ min: 1, max: 3_000 }).map((amount) => ({ jpy: amount * 100, eur: amount, kwd: amount }))
const some = <Name extends string>(names: readonly Name[]) => fc.subarray([...names], { minLength: 1 })
const verdict = fc.constantFrom("negotiate", "negotiate", "person", "decline")
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>, otherwise: Value) => fc.oneof({ weight: 1, arbitrary }, { weight: 3, arbitrary: fc.constant(otherwise) })

/** Rules of eligibility of every kind, most of them lenient: else nothing would ever be negotiated. */
export const eligibilityArbitrary: fc.Arbitrary<EligibilityTerms> = fc.record({
  minimum_value: rarely<Record<string, number>>(amounts, {}),
  profitability: rarely<("a" | "b" | "c")[]>(some(PROFITABILITY), []),
  growth: rarely<("growing" | "steady" | "shrinking")[]>(some(GROWTH), []),
  excluded_segments: rarely<string[]>(fc.constant(["silver"]), []),
  credit: fc.record({ watch: verdict, blocked: verdict }),
  only_products: rarely<string[]>(some(SCOPES), []),
  never_products: rarely<string[]>(fc.subarray([...SCOPES], { minLength: 1, maxLength: 1 }), []),
})

/** Depth alone, more often than not: what a deeper ask changes is what has to be looked at. */
const conditionsArbitrary: fc.Arbitrary<RoutingRule["when"]> = fc.oneof(
  { weight: 3, arbitrary: fc.record<RoutingRule["when"], never>({ depth_from: share }, { requiredKeys: [] }) },
  {
    weight: 2,
    arbitrary: fc.record<RoutingRule["when"], never>(
      { value_from: amounts, depth_from: share, margin_under: share, segments: some(SEGMENTS), profitability: some(PROFITABILITY), products: some(SCOPES) },
      { requiredKeys: [] }
    ),
  }
)

const ruleOn = (when: fc.Arbitrary<RoutingRule["when"]>): fc.Arbitrary<RoutingRule> => fc.record({
  name: fc.constant("Rule"),
  when,
  to: fc.constantFrom("automatic", "rep", "manager", "director"),
  sla_hours: fc.option(fc.integer({ min: 1, max: 48 })),
})

/** One class each: a company that nobody has put into any fits them all. */
const classArbitrary = fc.record<RoutingRule["when"], "profitability">(
  { depth_from: share, profitability: fc.constantFrom(...PROFITABILITY).map((name) => [name]) },
  { requiredKeys: ["profitability"] }
)

const routingArbitrary: fc.Arbitrary<RoutingRule[]> = fc.oneof(
  { weight: 2, arbitrary: fc.array(ruleOn(conditionsArbitrary), { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(ruleOn(classArbitrary), { minLength: 2, maxLength: 4 }) }
)

/** Rules as a merchant may save them: what the validator refuses is left out, one rule after the other. */
function savable(terms: PolicyTerms, drawn: readonly RoutingRule[]): RoutingRule[] {
  const fits = (routing: readonly RoutingRule[]) => !checkPolicy({ ...terms, routing }).some(({ path, message }) => path.startsWith("routing") && !message.startsWith("has no effect"))
  return drawn.reduce<RoutingRule[]>((kept, rule) => (fits([...kept, rule]) ? [...kept, rule] : kept), [])
}

const strategyArbitrary: fc.Arbitrary<StrategyTerms> = fc.record({
  name: fc.constant("Strategy"),
  segments: fc.constant(["gold"]),
  objective: fc.constantFrom("growth", "margin", "as_set"),
  terms: fc.constant({}),
})

/** Terms with rules of every kind laid over those of {@link termsArbitrary}; they pass the validator but for idle exceptions. */
export const ruledTermsArbitrary: fc.Arbitrary<PolicyTerms> = fc
  .record({
    terms: termsArbitrary,
    eligibility: eligibilityArbitrary,
    routing: routingArbitrary,
    strategies: rarely<StrategyTerms[]>(strategyArbitrary.map((strategy) => [strategy]), []),
  })
  .map(({ terms, eligibility, routing, strategies }) => ({ ...terms, eligibility, strategies, routing: savable(terms, routing) }))

/** What is known of a company and of where an article belongs. */
export interface KnownDraw {
  readonly company: Omit<CaseFacts["company"], "opted_out" | "strategic">
  readonly scopes: readonly string[] | undefined
}

/** Facts the rules ask for, missing ones among them. */
export const knownArbitrary: fc.Arbitrary<KnownDraw> = fc.record({
  company: fc.record<KnownDraw["company"]>({
    segment: fc.option(fc.constantFrom(...SEGMENTS)),
    profitability: fc.option(fc.constantFrom(...PROFITABILITY), { freq: 2 }),
    growth: fc.option(fc.constantFrom(...GROWTH)),
    credit: fc.option(fc.constantFrom("good" as const, "watch" as const, "blocked" as const)),
  }),
  scopes: fc.option(fc.subarray([...SCOPES]), { nil: undefined, freq: 5 }),
})

/** Facts with what is known laid over them. */
export function withKnown(facts: CaseFacts, { company, scopes }: KnownDraw): CaseFacts {
  const lines = facts.lines.map((line) => (scopes === undefined ? line : { ...line, scopes }))
  return { ...facts, company: { ...facts.company, ...company }, lines }
}
