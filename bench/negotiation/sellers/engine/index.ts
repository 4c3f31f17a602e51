import {
  decide, toUnits,
  type CaseFacts, type CaseState, type CompiledPolicy, type LineFacts, type LineMemory, type StandingOption, type UnitPrice,
} from "../../../../src/engine"
import type { SellerItem } from "../../world/line"
import { Random } from "../../world/random"
import { SILENCE, type Account, type Reply, type Seller, type Session } from "../../table/talk"
import type { Settings } from "../settings"
import { termsOf, UNITS_PER_CENT } from "./options"
import { policyFor, policyOf, PREPAID, SLOW_FREIGHT } from "./policy"
import { Watch, type Given } from "./watch"

/** Most jitter of the product, in basis points of list (`src/workflows/case/facts`). */
const MAX_JITTER = 20
/** Every so many decisions one is made twice and compared. */
const TWICE_EVERY = 101
const LINE = "line"

/** Cents to engine units. */
function units(cents: number): UnitPrice {
  const price = toUnits((cents * UNITS_PER_CENT) / 10_000)
  if (price === null) throw new Error(`${cents} cents are no price`)
  return price
}

/** The facts of a line as the product gathers them, for one account. The jitter belongs to account and article. */
function lineFacts(item: SellerItem, number: number): LineFacts {
  return {
    line_id: LINE,
    variant_id: "article",
    excluded: null,
    list_unit_price: units(item.list),
    own_prices: [{ min_quantity: 1, unit_price: units(item.list) }],
    quantity: 1,
    unit_cost: units(item.cost),
    cost_age_days: 1,
    stock: null,
    lot: null,
    last_paid: null,
    largest_past_quantity: null,
    competing_unit_price: null,
    jitter: new Random(...item.words, number, 0x717).integer(0, MAX_JITTER),
  }
}

/** What every case of the world has beside its line: the one slower way to ship, at the price of the usual one, and prepayment. */
const CASE = {
  currency: { code: "usd", decimals: 2 },
  company: { opted_out: false, strategic: false },
  freight: [{ shipping_option_id: SLOW_FREIGHT, total: null }],
  payment_terms: [{ id: PREPAID, days: 0 }],
} as const satisfies Omit<CaseFacts, "lines">

/** A company as the product knows it: its memory outlives every talk of the window, an offer ends with its talk. */
class EngineAccount implements Account {
  private readonly facts: LineFacts
  private readonly given: Given = new Map()
  private readonly floor: number
  private memory: LineMemory | null = null
  private decisions = 0

  constructor(private readonly policyAt: (quantity: number) => CompiledPolicy, private readonly watch: Watch, item: SellerItem, number: number) {
    this.facts = lineFacts(item, number)
    this.floor = item.floor * UNITS_PER_CENT
  }

  open(): Session {
    let standing: readonly StandingOption[] = []
    return {
      ask: (unitPrice, quantity) => {
        const asked = units(unitPrice)
        const policy = this.policyAt(quantity)
        const facts: CaseFacts = { ...CASE, lines: [{ ...this.facts, quantity }] }
        const state: CaseState = { memory: this.memory === null ? {} : { [LINE]: this.memory }, standing, cooling_down: false }
        const event = { type: "ask", asks: [{ line_id: LINE, unit_price: asked, quantity }] } as const
        const decision = decide(policy, facts, state, event)
        this.watch.see(
          { policy, floor: this.floor, list: facts.lines[0]?.list_unit_price ?? 0, ask: { unitPrice: asked, quantity }, standing, decision },
          this.given
        )
        if (this.decisions++ % TWICE_EVERY === 0) {
          const again = decide(policy, facts, state, event)
          this.watch.check("4 not the same bytes", JSON.stringify(again) === JSON.stringify(decision))
        }
        this.memory = decision.lines[0]?.memory ?? this.memory
        if (!decision.standing) {
          standing = decision.menu.map(({ kind, lines, concession }, place) => ({ option_id: `${place}`, kind, lines, concession }))
        }
        const accepted = decision.accepted[0]
        const reply: Reply = {
          ...SILENCE,
          accepted: accepted === undefined ? null : { quantity: accepted.quantity, unitPrice: accepted.unit_price / UNITS_PER_CENT, levers: 0 },
          offers: decision.menu.map(termsOf).filter((terms) => terms !== null),
          final: decision.answer !== "counter" && decision.answer !== "accept",
          person: decision.answer === "person",
        }
        return reply
      },
    }
  }
}

/**
 * The engine as a seller, through its public face. What it remembers and what it forgets is what the product does:
 * memory is kept per account and article for the whole window, the cool-down is over before a talk is started again.
 * A person who takes over gives nothing more: what stands may be taken.
 */
export function engineSeller(settings: Settings): Seller {
  const policy = policyOf(settings)
  const watch = new Watch()
  const policies = new Map<number, CompiledPolicy>()
  const policyAt = (quantity: number): CompiledPolicy => {
    const known = policies.get(quantity) ?? policyFor(policy, quantity)
    policies.set(quantity, known)
    return known
  }
  return {
    name: "engine",
    fixed: false,
    shelfPrice: (item) => item.list,
    account: (item, number) => new EngineAccount(policyAt, watch, item, number),
    faults: () => watch.faults(),
  }
}
