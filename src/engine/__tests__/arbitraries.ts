import fc from "fast-check"
import { currencyGrid, type CaseEvent, type CaseFacts, type LeverTerms, type LineFacts, type Money, type PolicyTerms, type UnitPrice } from ".."
import { MAX_QUANTITY } from "../money"
import { GOLDEN_TERMS } from "./story"

/** How often each property runs: `PROPERTY_RUNS=…` for the long run. */
export const RUNS = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 300) }

/** Currencies with no, two and three decimals. */
export const CURRENCIES = [
  { code: "jpy", decimals: 0 },
  { code: "eur", decimals: 2 },
  { code: "kwd", decimals: 3 },
] as const

const share = (low: number, high: number) => fc.integer({ min: low * 10_000, max: high * 10_000 }).map((count) => count / 10_000)

/** Ways to ship and to pay that policies and facts of draws are about. */
const WAYS = ["slow", "slower"] as const
const TERMS = [["prepaid", 0], ["days_10", 10], ["days_60", 60]] as const

/** Levers of every size, from gains of nothing to gains larger than the order. */
const leversArbitrary: fc.Arbitrary<LeverTerms> = fc
  .record({
    kept_share: fc.oneof(fc.constantFrom(0, 0.3, 1), share(0, 1)),
    freight: fc.subarray([...WAYS]),
    gain: fc.constantFrom(0.5, 20, 1_000, 100_000),
    transit_days: fc.integer({ min: 0, max: 20 }),
    terms: fc.subarray(TERMS.map(([id]) => id)),
    standard_days: fc.constantFrom(0, 30, 90),
    annual_rate: share(0, 0.5),
    bad_debt: fc.oneof(fc.constant(0), share(0, 0.5)),
    substitutes: fc.constantFrom("off", "configured", "category"),
  } as const)
  .map(({ kept_share, freight, gain, transit_days, terms, standard_days, annual_rate, bad_debt, substitutes }) => ({
    kept_share,
    freight: freight.map((id, index) => ({ shipping_option_id: id, gain: { jpy: gain * (index + 1), eur: gain, kwd: gain / 2 }, transit_days })),
    payment: { terms, standard_days, annual_rate, bad_debt },
    substitutes,
  }))

const between = (low: number, high: number, part: number): number => Math.floor((low + (high - low) * part) * 10_000 + 1e-6) / 10_000

/** Policies that compile, of every temper. */
export const termsArbitrary: fc.Arbitrary<PolicyTerms> = fc
  .record({
    minimum_margin: fc.oneof(share(0, 0.2), share(0, 0.5)),
    limits: fc.oneof({ weight: 1, arbitrary: fc.constant([0, 0] as const) }, { weight: 4, arbitrary: fc.tuple(share(0, 0.7), share(0, 0.7)) }),
    curve_shape: fc.constantFrom(0.05, 0.2, 0.5, 1, 3, 20),
    reciprocity: fc.constantFrom(0, 0.3, 1, 2.5),
    acceptance_tolerance: share(0, 0.03),
    minimum_plausible_ask: fc.oneof(share(0, 0.7), share(0, 0.95)),
    volume_gain_share: share(0, 1),
    incremental_share: fc.oneof(fc.constant(1), share(0, 1)),
    volume_cap_factor: fc.constantFrom(1, 1.3, 2, 3, 3, 6.5),
    volume_step: fc.constantFrom(1, 1, 7, 10, 50, 500),
    rounds: fc.integer({ min: 1, max: 6 }),
    limit: fc.oneof({ weight: 1, arbitrary: fc.constantFrom(1_000, 100_000) }, { weight: 6, arbitrary: fc.constant(1_000_000_000) }),
    without_cost_max_discount: fc.option(share(0, 0.4)),
    last_paid: fc.constantFrom("ignore", "ignore", "ignore", "hold", "honour"),
    on_last_round: fc.constantFrom("person", "stand"),
    initiation: fc.constantFrom("buyer", "threshold", "seller"),
    levers: fc.option(leversArbitrary, { freq: 2, nil: undefined }),
    // Null for half of the policies each; else in between, as a share of the way.
    counters: fc.option(share(0, 1), { freq: 2 }),
    accepted: fc.option(share(0, 1), { freq: 2 }),
    acceptance_shape: fc.constantFrom(0.2, 1, 3),
  } as const)
  .map(({ limits, limit, levers, counters, accepted, ...rest }) => ({
    ...GOLDEN_TERMS,
    ...rest,
    opening_concession: Math.min(...limits),
    talk_concession_limit: Math.max(...limits),
    counter_concession_limit: counters === null ? null : between(Math.min(...limits), Math.max(...limits), counters),
    acceptance_opening: accepted === null ? null : between(0, Math.max(...limits), accepted),
    automatic_limit: { jpy: limit, eur: limit, kwd: limit },
    ...(levers === undefined ? {} : { levers }),
  }))

/** Draws of one line, as shares of its list price: turned into facts by {@link factsFrom}. */
export interface LineDraw {
  readonly list: number
  readonly own: number
  readonly tiers: readonly (readonly [number, number])[]
  readonly cost: number | null
  readonly quantity: number
  readonly stock: number | null
  readonly lot: number | null
  readonly last: readonly [number, number, number] | null
  readonly jitter: number
}

/** One line of any size. Tiers are quantity factors with a price as a share of the tier before. */
export const lineArbitrary: fc.Arbitrary<LineDraw> = fc.record({
  list: fc.oneof({ weight: 1, arbitrary: fc.integer({ min: 1, max: 50 }) }, { weight: 4, arbitrary: fc.integer({ min: 50, max: 100_000 }) }),
  own: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: share(0.5, 1) }),
  tiers: fc.array(fc.tuple(fc.integer({ min: 2, max: 60 }), share(0.8, 1)), { maxLength: 2 }),
  cost: fc.oneof({ weight: 12, arbitrary: share(0, 0.7) }, { weight: 1, arbitrary: share(0, 1) }, { weight: 1, arbitrary: fc.constant(null) }),
  quantity: fc.oneof({ weight: 15, arbitrary: fc.integer({ min: 1, max: 3_000 }) }, { weight: 1, arbitrary: fc.integer({ min: 1_000_000, max: MAX_QUANTITY }) }),
  stock: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 12_000 }) }),
  lot: fc.option(fc.constantFrom(1, 12, 144), { freq: 3 }),
  last: fc.option(fc.tuple(share(0.4, 1), fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 0, max: 800 }))),
  jitter: fc.oneof(fc.constant(0), fc.integer({ min: -100, max: 100 })),
})

/** Draws of what a case says about levers: prices as shares of the line's list price, sums as shares of its value. */
export interface LeverDraw {
  readonly needed: number | null
  readonly annual: number | null
  readonly minimum: number | null
  /** What shipping costs as the cart stands, and for each way the cart could take. */
  readonly freight: number | null
  readonly ways: readonly (number | null)[]
  readonly terms: number
  readonly substitutes: readonly { readonly list: number; readonly own: number; readonly cost: number | null; readonly stock: number | null; readonly lot: number | null; readonly minimum: number | null }[]
}

const freightShare = fc.option(fc.oneof(fc.constant(0), share(0, 0.05)))
const leverArbitrary: fc.Arbitrary<LeverDraw> = fc.record({
  needed: fc.option(fc.integer({ min: 0, max: 30 })),
  annual: fc.option(fc.integer({ min: 1, max: 80 }), { freq: 2 }),
  minimum: fc.option(fc.integer({ min: 1, max: 25 }), { freq: 2 }),
  freight: freightShare,
  ways: fc.array(freightShare, { maxLength: WAYS.length }),
  terms: fc.integer({ min: 0, max: TERMS.length }),
  substitutes: fc.array(
    fc.record({ list: share(0.5, 1.2), own: share(0.6, 1), cost: fc.option(share(0, 0.9), { freq: 8 }), stock: fc.option(fc.integer({ min: 0, max: 9_000 }), { freq: 2 }),
      lot: fc.option(fc.constantFrom(1, 2, 12), { freq: 2 }), minimum: fc.option(fc.integer({ min: 1, max: 25 }), { freq: 2 }),
    }),
    { maxLength: 3 }
  ),
})

/** A currency, a list price in its smallest units and what hangs on it. */
export const caseArbitrary = fc.record({ currency: fc.constantFrom(...CURRENCIES), line: lineArbitrary, levers: leverArbitrary })
/** What {@link caseArbitrary} draws. */
export type CaseDraw = { readonly currency: (typeof CURRENCIES)[number]; readonly line: LineDraw; readonly levers?: LeverDraw }

const part = (units: number, share: number): UnitPrice => Math.floor(units * share) as UnitPrice

/** What a draw says about levers, as facts of the line and of the case. */
function leverFacts({ line, currency, levers }: CaseDraw, scale: number): { readonly ofLine: Partial<LineFacts>; readonly ofCase: Partial<CaseFacts> } {
  if (levers === undefined) return { ofLine: {}, ofCase: {} }
  const list = line.list * currencyGrid(currency.decimals)
  const price = (units: number) => (units * scale) as UnitPrice
  const sum = (share: number | null) => (share === null ? null : ((Math.floor(list * line.quantity * share) * scale) as Money))
  const pieces = (tenths: number | null) => (tenths === null ? null : Math.min(MAX_QUANTITY, Math.max(1, Math.floor((line.quantity * tenths) / 10))))
  const substitutes = levers.substitutes.map((each, index) => {
    const own = Math.max(1, part(list, each.list))
    return {
      variant_id: `substitute_${index}`, excluded: null, list_unit_price: price(own),
      own_prices: [{ min_quantity: 1, unit_price: price(part(own, each.own)) }],
      unit_cost: each.cost === null ? null : price(part(own, each.cost)), cost_age_days: 0, stock: each.stock,
      lot: each.lot, minimum_quantity: pieces(each.minimum),
    }
  })
  return {
    ofLine: { minimum_quantity: pieces(levers.minimum), substitutes },
    ofCase: {
      needed_in_days: levers.needed,
      annual_volume: pieces(levers.annual),
      freight_total: sum(levers.freight),
      freight: levers.ways.map((total, index) => ({ shipping_option_id: WAYS[index] ?? "", total: sum(total) })),
      payment_terms: TERMS.slice(0, levers.terms).map(([id, days]) => ({ id, days })),
    },
  }
}

/** Facts from a draw, with the cost and quantity of the moment; every price times `scale`. */
export function factsFrom(draw: CaseDraw, cost: number | null = draw.line.cost, scale = 1): CaseFacts {
  const { line, currency } = draw
  const { ofLine, ofCase } = leverFacts(draw, scale)
  const list = line.list * currencyGrid(currency.decimals)
  const times = (units: number): UnitPrice => (units * scale) as UnitPrice
  const own: { min_quantity: number; unit_price: UnitPrice }[] = [{ min_quantity: 1, unit_price: times(part(list, line.own)) }]
  let last = part(list, line.own)
  for (const [factor, cut] of [...line.tiers].sort((a, b) => a[0] - b[0])) {
    const min = Math.ceil((line.quantity * factor) / 10)
    if (min <= (own.at(-1)?.min_quantity ?? 1) || min > MAX_QUANTITY) continue
    last = part(last, cut)
    own.push({ min_quantity: min, unit_price: times(last) })
  }
  const facts: LineFacts = {
    line_id: "line", variant_id: "variant", excluded: null,
    list_unit_price: times(list),
    own_prices: own,
    quantity: line.quantity,
    unit_cost: cost === null ? null : times(part(list, cost)),
    cost_age_days: 0,
    stock: line.stock,
    lot: line.lot,
    last_paid: line.last === null ? null : { unit_price: times(part(list, line.last[0])), quantity: line.last[1], age_days: line.last[2] },
    largest_past_quantity: null,
    competing_unit_price: null,
    jitter: line.jitter,
    ...ofLine,
  }
  return { currency, company: { opted_out: false, strategic: false }, lines: [facts], ...ofCase }
}

/** What may happen in a window. Prices as shares of the buyer's own price, quantities as tenths of the first quantity. */
export type Step =
  | { readonly do: "ask"; readonly price: number; readonly quantity: number }
  | { readonly do: "restart" }
  | { readonly do: "cool"; readonly on: boolean }
  | { readonly do: "cost"; readonly to: number }
  | { readonly do: "event"; readonly type: "refuse" | "lapse" | "ask_person" }
  /** A person's offer takes the place of what stands: a share of the own price, never under the floor; nothing of it is in memory. */
  | { readonly do: "person"; readonly price: number; readonly quantity: number }
  /** The window ends; an offer goes on standing to its own end. */
  | { readonly do: "window" }

/**
 * Asks going up and down at different quantities, restarts with memory carried over, a person's offers, ends of the window and (unless
 * told not to) cost changes.
 */
export function stepsArbitrary(costMoves = true): fc.Arbitrary<Step[]> {
  const ask = fc.record({
    do: fc.constant("ask" as const),
    price: fc.oneof(share(0.3, 1.05), share(0.75, 1), share(0.85, 0.99)),
    quantity: fc.oneof({ weight: 3, arbitrary: fc.constant(10) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) }),
  })
  const rare: fc.Arbitrary<Step>[] = [
    fc.constant({ do: "restart" }),
    fc.record({ do: fc.constant("cool" as const), on: fc.constantFrom(false, false, true) }),
    fc.record({ do: fc.constant("event" as const), type: fc.constantFrom("refuse", "lapse", "ask_person") }),
  ]
  const beside: fc.Arbitrary<Step>[] = [
    fc.record({ do: fc.constant("person" as const), price: share(0.5, 1), quantity: fc.oneof(fc.constant(10), fc.integer({ min: 1, max: 40 })) }),
    fc.constant({ do: "window" }),
  ]
  const cost = fc.record({ do: fc.constant("cost" as const), to: fc.oneof(share(0, 0.7), share(0.5, 1)) })
  const kinds = [{ weight: 10, arbitrary: ask }, { weight: 1, arbitrary: fc.oneof(...rare) }, { weight: 1, arbitrary: fc.oneof(...beside) }, { weight: costMoves ? 2 : 0, arbitrary: cost }]
  return fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 12 })
}

/** The ask of a step on the line of the facts; every price times `scale`. */
export function askFrom(draw: CaseDraw, step: Extract<Step, { do: "ask" }>, scale = 1): CaseEvent {
  const own = part(draw.line.list * currencyGrid(draw.currency.decimals), draw.line.own)
  const quantity = Math.min(MAX_QUANTITY, Math.max(1, Math.floor((draw.line.quantity * step.quantity) / 10)))
  return { type: "ask", asks: [{ line_id: "line", unit_price: (part(own, step.price) * scale) as UnitPrice, quantity }] }
}
