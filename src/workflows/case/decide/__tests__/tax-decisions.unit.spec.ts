import fc from "fast-check"
import { DEFAULT_POLICY_TERMS, type PolicyTerms } from "../../../../contract"
import { compilePolicy, fromUnits, lineFloor, toUnits, type LineMemory, type UnitPrice } from "../../../../engine"
import { ALL_RIGHTS } from "../../../company/buyer-rights"
import { toCaseFacts } from "../../facts/engine-facts"
import { NO_LEVER_FACTS } from "../../facts/levers/lever-facts"
import type { GatheredFacts, WantedLine } from "../../facts/gather"
import { netOf } from "../../tax/convert"
import { shownPrice } from "../../tax/shown-prices"
import { decideAsk, type DecidedAsk } from "../decide-ask"
import { agreementOf, memoryOf, offerOf } from "../decided-change"
import { asksOf, decidedLines } from "../decided-lines"
import { NOTHING_STANDS } from "../standing-offer"

const RUNS = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 150) }
const NOW = new Date("2026-11-23T12:00:00Z")
const CURRENCIES = { jpy: 1, eur: 0.01, kwd: 0.001 } as const

interface Case {
  readonly currency: keyof typeof CURRENCIES
  /** Prices as they are shown, in the currency's smallest unit. */
  readonly list: number
  readonly tiers: readonly (readonly [from: number, share: number])[]
  readonly costShare: number
  readonly quantity: number
  readonly tax_ppm: number
  readonly asks: readonly { readonly share: number; readonly fine: number; readonly quantity: number }[]
  readonly terms: Partial<PolicyTerms>
}

const cases = fc.record<Case>({
  currency: fc.constantFrom("jpy", "eur", "kwd"),
  list: fc.integer({ min: 2, max: 2_000_000 }),
  tiers: fc.array(fc.tuple(fc.integer({ min: 2, max: 5_000 }), fc.double({ min: 0.7, max: 1, noNaN: true })), { maxLength: 2 }),
  costShare: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  quantity: fc.integer({ min: 1, max: 4_000 }),
  tax_ppm: fc.oneof(fc.constantFrom(0, 50_000, 190_000, 200_000, 250_000), fc.integer({ min: 1, max: 400_000 })),
  asks: fc.array(
    fc.record({ share: fc.double({ min: 0.4, max: 0.999, noNaN: true }), fine: fc.integer({ min: 0, max: 99 }), quantity: fc.integer({ min: 1, max: 4_000 }) }),
    { minLength: 1, maxLength: 5 }
  ),
  terms: fc.record({ opening_concession: fc.constantFrom(0, 0.05), talk_concession_limit: fc.constantFrom(0.05, 0.2), volume_step: fc.constantFrom(1, 50, 500) }),
})

const LINE: WantedLine = { line_id: "line_1", variant_id: "v", product_id: "p", line_item_id: "i", title: "Bolt", sku: null, quantity: 1, competing_offer: null }
const whole = (amount: number) => Math.round(amount * 10_000) / 10_000

function gathered({ currency, list, tiers, costShare, quantity, tax_ppm, terms }: Case, memory: LineMemory | null): GatheredFacts {
  const step = CURRENCIES[currency]
  const shown = whole(list * step)
  const steps = [...new Map([[1, 1], ...tiers] as [number, number][])].sort(([a], [b]) => a - b)
  const customer = { id: "cus", email: "", first_name: null, last_name: null, company_name: null, has_account: true, group_ids: [] }
  return {
    input: {
      company: {
        id: "ncom", key: "k", kind: "customer", name: "Acme", customer_group_id: null, customer_id: "cus", segment: null, opted_out: false, strategic: false,
        profitability: null, growth: null, credit: null, shares_agreements: true, missed_commitment_at: null, price_list_id: null, outdated: false, customer, buyer: ALL_RIGHTS,
      },
      region_id: "reg", currency_code: currency, sales_channel_id: null, cart_id: null,
      lines: [{ ...LINE, quantity }],
      context: {},
    },
    stored: {
      policy: {
        id: "npol", version: 1, name: "P",
        terms: { ...DEFAULT_POLICY_TERMS, ...terms, outlier_quantity_factor: null, automatic_limit: { jpy: 900_000_000, eur: 900_000_000, kwd: 900_000_000 } },
      },
      costs: [{ variant_id: "v", unit_cost: whole((shown / (1 + tax_ppm / 1_000_000)) * costShare), age_days: 0 }],
      memory: memory
        ? [{ variant_id: "v", version: 1, negotiation_id: "neg", state: memory, window_ends_at: "2026-12-20T00:00:00Z", cool_down_until: null, declined: false }]
        : [],
      open_cases: [],
      agreed: [],
    },
    own: new Map([
      [
        "v",
        {
          variant_id: "v", price_set_id: "ps", list_unit_price: shown, is_tax_inclusive: true,
          tiers: steps.map(([min_quantity, share]) => ({ min_quantity, unit_price: whole(Math.max(1, Math.round(list * share)) * step) })),
        },
      ],
    ]),
    variants: new Map([["v", { variant_id: "v", product_id: "p", product_type_id: null, excluded: null, stock: null, lot: null, minimum_quantity: null, substitutes: [] }]]),
    levers: NO_LEVER_FACTS,
    scopes: null,
    purchases: new Map(),
    peers: [],
    paid_costs: new Map(),
    tax: new Map([["v", tax_ppm]]),
  }
}

function floorOf(facts: GatheredFacts): number {
  const compiled = compilePolicy(facts.stored.policy?.terms ?? DEFAULT_POLICY_TERMS)
  if (!compiled.ok) throw new Error("The policy of the test is no policy")
  const caseFacts = toCaseFacts(facts, undefined, NOW)
  return lineFloor(compiled.policy, caseFacts, caseFacts.lines[0]!) ?? 0
}

/** Plays the asks of a case one after the other, as a company that asks again and again. */
function play(given: Case, look: (turn: { facts: GatheredFacts; decided: DecidedAsk; ask: number; quantity: number; current: (pieces: number) => number }) => void): void {
  let memory: LineMemory | null = null
  for (const { share, fine, quantity } of given.asks) {
    const facts = gathered({ ...given, quantity }, memory)
    const tiers = facts.own.get("v")?.tiers ?? []
    const current = (pieces: number) => tiers.findLast((tier) => tier.min_quantity <= pieces)?.unit_price ?? 0
    const ask = whole(current(quantity) * share + fine / 10_000)
    if (ask <= 0 || ask >= current(quantity)) continue
    let decided: DecidedAsk
    try {
      decided = decideAsk(facts, NOTHING_STANDS, { type: "lines", asks: [{ line_id: "line_1", unit_price: ask, quantity }] }, { secret: undefined, now: NOW, asker: ALL_RIGHTS })
    } catch (error) {
      if ((error as { code?: string }).code === "round_limit") continue
      throw error
    }
    look({ facts, decided, ask, quantity, current })
    const [write] = memoryOf(facts, decided.decision, decided.terms, NOW)
    memory = (write?.state as LineMemory | undefined) ?? memory
  }
}

describe("decisions where prices include tax, in JPY, EUR and KWD", () => {
  it("nothing offered or agreed is under the floor net, above the ask, or no better than now", () => {
    let offered = 0
    let agreed = 0
    fc.assert(
      fc.property(cases, (given) => {
        play(given, ({ facts, decided, ask, quantity, current }) => {
          const floor = floorOf(facts)
          const net = (price: number) => netOf(toUnits(price) ?? Number.NaN, given.tax_ppm)
          for (const option of offerOf(facts, decided, NOW)?.options ?? []) {
            offered += 1
            for (const line of option.lines) {
              expect(net(line.unit_price)).toBeGreaterThanOrEqual(floor)
              expect(line.unit_price).toBeLessThan(current(line.quantity))
            }
            expect(option.saving_total).toBeGreaterThan(0)
          }
          const drafts = decidedLines(facts, asksOf(facts, decided, [{ line_id: "line_1", unit_price: ask, quantity }]), decided)
          expect(drafts[0]).toMatchObject({ target_unit_price: ask, quantity, tax_ppm: given.tax_ppm })
          for (const line of agreementOf(facts, decided, drafts, NOW)?.lines ?? []) {
            agreed += 1
            expect(line.unit_price).toBeLessThanOrEqual(ask)
            expect(net(line.unit_price)).toBeGreaterThanOrEqual(floor)
          }
        })
      }),
      RUNS
    )
    expect([offered > 20, agreed > 5]).toEqual([true, true])
  })

  it("counters, as they are shown, never rise for the same pieces or more", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const shown: { quantity: number; price: number }[] = []
        play(given, ({ facts, decided, quantity }) => {
          const counter = decided.decision?.lines[0]?.counter_unit_price
          if (!counter || decided.decision?.answer !== "counter") return
          const price = shownPrice(facts, "v", counter as UnitPrice, decided.said)
          for (const before of shown) if (before.quantity <= quantity) expect(price).toBeLessThanOrEqual(before.price)
          shown.push({ quantity, price })
        })
      }),
      RUNS
    )
  })

  it("the same ask in net prices comes to the same decision, to a unit and a step of the currency", () => {
    const base: Case = { currency: "eur", list: 14_400, tiers: [], costShare: 80 / 120, quantity: 2_000, tax_ppm: 200_000, asks: [], terms: { volume_step: 500 } }
    const facts = gathered(base, null)
    const ask = { type: "lines", asks: [{ line_id: "line_1", unit_price: 132, quantity: 2_000 }] } as const
    const decided = decideAsk(facts, NOTHING_STANDS, ask, { secret: undefined, now: NOW, asker: ALL_RIGHTS })
    expect(offerOf(facts, decided, NOW)?.options.map(({ kind, lines }) => [kind, lines[0]?.quantity, lines[0]?.unit_price])).toEqual([
      ["volume", 4_000, 132],
      ["counter", 2_000, 141.6],
    ])
    expect(fromUnits(floorOf(facts) as UnitPrice)).toBeCloseTo(94.1177, 4)
  })
})
