import type { RoutingRule } from "../types"

type Conditions = RoutingRule["when"]

/**
 * One kind of case a rule is for, chosen so that as few rules as possible fit beside it: its figures are the rule's own
 * limits, it is about one article, in the one currency. Names that are null: in no segment, of no class, of no part of the
 * catalogue, in a currency no rule names.
 */
interface Sample {
  readonly segment: string | null
  readonly profitability: string | null
  readonly product: string | null
  readonly currency: string | null
  readonly value: number
  readonly depth: number
  /** The margin a case has to be just under; null for a higher one than any rule asks for. */
  readonly marginUnder: number | null
}

const CLASSES: readonly (string | null)[] = ["a", "b", "c", null]
const NONE: readonly null[] = [null]

/** The kinds of case that fit a rule and as few others as can be. */
function* samplesOf({ value_from, depth_from, margin_under, ...names }: Conditions, segments: readonly string[]): Generator<Sample> {
  const currencies = value_from === undefined ? [[null, 0] as const] : Object.entries(value_from)
  const anySegment = segments.length > 0 ? segments : NONE
  for (const segment of names.segments ?? anySegment) {
    for (const profitability of names.profitability ?? CLASSES) {
      for (const product of names.products ?? NONE) {
        for (const [currency, value] of currencies) {
          yield { segment, profitability, product, currency, value, depth: depth_from ?? 0, marginUnder: margin_under ?? null }
        }
      }
    }
  }
}

function hasName(wanted: readonly string[] | undefined, found: string | null): boolean {
  return wanted === undefined || (found !== null && wanted.includes(found))
}

/** True where a rule fits a kind of case. A company without a class fits every rule about classes that sends to a person (`routing/rules.ts`). */
function fits({ when, to }: RoutingRule, sample: Sample): boolean {
  const { value_from, depth_from, margin_under, segments, profitability, products } = when
  const from = sample.currency === null ? undefined : value_from?.[sample.currency]
  return (
    (value_from === undefined || (from !== undefined && from <= sample.value)) &&
    (depth_from === undefined || depth_from <= sample.depth) &&
    (margin_under === undefined || (sample.marginUnder !== null && margin_under >= sample.marginUnder)) &&
    hasName(segments, sample.segment) &&
    (hasName(profitability, sample.profitability) || (sample.profitability === null && to !== "automatic")) &&
    hasName(products, sample.product)
  )
}

/**
 * The rules above that take every case of a rule from it, one that does so alone if there is one, else all that take some of
 * them, in their order; null where the rule may be reached. What is true of a case beyond what the rule asks for only makes
 * more rules fit, so these few kinds of case stand for all.
 * @param segments those the policy answers for; empty: every one
 */
export function hiders(above: readonly RoutingRule[], { when }: RoutingRule, segments: readonly string[]): readonly RoutingRule[] | null {
  const first = new Set<RoutingRule>()
  let always = above
  for (const sample of samplesOf(when, segments)) {
    const taker = above.find((rule) => fits(rule, sample))
    if (taker === undefined) return null
    first.add(taker)
    always = always.filter((rule) => fits(rule, sample))
  }
  // A rule that names no currency has no case at all: that is said of the rule itself.
  if (first.size === 0) return null
  const alone = always[0]
  return alone === undefined ? above.filter((rule) => first.has(rule)) : [alone]
}
