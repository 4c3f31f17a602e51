import { notePrice, noteText, type Trace } from "../explain/trace"
import { isRepeated } from "../memory/memory"
import { floorBasis, type FloorBasis } from "../price/floor"
import { ownPriceAt } from "../price/own-price"
import { lineConcern } from "../routing/concern"
import { asPublished, publishedPrice } from "../volume/published"
import type { CaseView, LineCase, LineDraft } from "./draft"
import { figuresConcern, figuresOf, type Figures } from "./figures"
import { acceptedPrice, counterTerms, freshPrice, isPlausible, marginalAt, offerAround, rememberedVolumes } from "./round"

/** A line under decision: what is known, and where its answer is written. */
interface Desk {
  readonly view: CaseView
  readonly item: LineCase
  readonly reference: number
  readonly basis: FloorBasis | null
  /** The published price that the ask meets, or null. */
  readonly published: number | null
  readonly trace: Trace
}
type Outcome = Partial<Pick<LineDraft, "price" | "volumes" | "marginal" | "fresh">>

function draft(desk: Desk, answer: LineDraft["answer"], reason: string, outcome: Outcome = {}): LineDraft {
  const { item, reference, basis, trace } = desk
  const { line, ask, memory, counters, offered } = item
  return {
    line, ask, memory, counters, offered, answer, reason, reference, basis, trace,
    price: outcome.price ?? reference,
    volumes: outcome.volumes ?? [],
    marginal: outcome.marginal ?? null,
    fresh: outcome.fresh ?? false,
  }
}

/** The lower of two prices, where there are any. */
function lowest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}

/** True where so many pieces are sold at all: under the smallest quantity nothing is agreed to (ENGINE.md, MOQ). */
function isSold({ line, ask }: LineCase): boolean {
  return ask.quantity >= (line.minimum_quantity ?? 1)
}

/** What is agreed to without a round: a counter that stands, or a published step, where the ask meets it. */
function taken({ item, published }: Desk, standing: number | null): LineDraft["price"] | null {
  return lowest(standing !== null && isSold(item) && item.ask.unitPrice >= standing ? standing : null, published)
}

/** `m` for a line without trades of its own: in a basket the levers stop there (docs/adr/0015). Without levers nothing asks for it. */
function marginalFor({ view, item }: Desk, figures: Figures, price: number): number | null {
  return view.policy.levers === null ? null : marginalAt(view, item, figures, price)
}

/** What the window gave before, once more: the standing counter and the trades beside it. */
function restate(desk: Desk, figures: Figures): LineDraft {
  const price = figures.standing ?? figures.reference
  return draft(desk, "counter", "standing_answer", {
    price, volumes: rememberedVolumes(desk.view, desk.item, figures, price), marginal: marginalFor(desk, figures, price),
  })
}

/** A round: counter, acceptance, trades (ENGINE.md, Formulas). */
function answerFresh(desk: Desk, figures: Figures): LineDraft {
  const { view, item, trace } = desk
  const terms = counterTerms(view, item, figures)
  const price = freshPrice(view, item, figures, terms, trace)
  notePrice(trace, "counter", price)
  const accepted = lowest(isSold(item) ? acceptedPrice(view, item, figures, terms, price, trace) : null, desk.published)
  if (accepted !== null) return draft(desk, "accept", "accepted_ask", { price: accepted, marginal: marginalFor(desk, figures, accepted), fresh: true })
  const { marginal, volumes } = offerAround(view, item, figures, price, trace)
  return draft(desk, "counter", "countered", { price, marginal, volumes, fresh: true })
}

/** An ask that earns nothing where nothing stands: the menu at `p_t = R`, without a counter (ENGINE.md, Formulas, Counter). */
function answerAtReference(desk: Desk, figures: Figures): LineDraft {
  const { view, item, trace } = desk
  if (isSold(item) && item.ask.unitPrice >= figures.reference) {
    return draft(desk, "accept", "accepted_ask", { marginal: marginalFor(desk, figures, figures.reference) })
  }
  return draft(desk, "counter", "standing_answer", offerAround(view, item, figures, figures.reference, trace))
}

/** An ask inside the cool-down: what stands may be taken or heard again, nothing new is granted. */
function answerCooling(desk: Desk, figures: Figures | null, earnsNothing: boolean): LineDraft {
  const standing = figures?.standing ?? null
  const price = figures === null ? null : taken(desk, standing)
  const at = (unitPrice: number) => ({ price: unitPrice, marginal: figures === null ? null : marginalFor(desk, figures, unitPrice) })
  if (price !== null) return draft(desk, "accept", "accepted_ask", at(price))
  if (desk.item.offered) return draft(desk, "counter", "standing_answer", at(standing ?? desk.reference))
  return figures !== null && standing !== null && earnsNothing ? restate(desk, figures) : draft(desk, "limit", "cooling_down")
}

/** An ask that no round is left for: the standing answer, a person as well if the policy says so (ENGINE.md, Last round). */
function answerExhausted(desk: Desk, figures: Figures, earnsNothing: boolean): LineDraft {
  if (figures.standing === null && !desk.item.offered) return draft(desk, "limit", "round_limit")
  if (desk.view.policy.onLastRound === "person" && !earnsNothing) return draft(desk, "person", "last_round")
  return restate(desk, figures)
}

function answerAsk(desk: Desk, figures: Figures, earnsNothing: boolean): LineDraft {
  const { view, item } = desk
  const { standing } = figures
  const price = taken(desk, standing)
  // A round may bring the buyer less than a published step: it is looked at where there is one.
  const isFresh = !earnsNothing && (standing === null || item.ask.unitPrice < standing)
  if (price !== null && !isFresh) return draft(desk, "accept", "accepted_ask", { price, marginal: marginalFor(desk, figures, price) })
  if (item.memory.rounds >= view.policy.rounds) return answerExhausted(desk, figures, earnsNothing)
  if (!earnsNothing) return answerFresh(desk, figures)
  return standing === null && !item.offered ? answerAtReference(desk, figures) : restate(desk, figures)
}

/** A trace that begins with what is given: one list of its first terms, which grows less than one filled term by term. */
function givenTerms({ value, limit }: CaseView, { line, ask, memory }: LineCase, reference: number): Trace {
  return [
    { term: "list_price", value: line.list_unit_price, unit: "price" },
    { term: "current_price", value: reference, unit: "price" },
    { term: "ask", value: ask.unitPrice, unit: "price" },
    { term: "quantity", value: ask.quantity, unit: "pieces" },
    { term: "rounds_spent", value: memory.rounds, unit: "rounds" },
    { term: "case_value", value, unit: "money" },
    { term: "automatic_limit", value: limit, unit: "money" },
  ]
}

function explainFigures(trace: Trace, figures: Figures): void {
  notePrice(trace, "cost", figures.basis.cost)
  notePrice(trace, "floor", figures.basis.floor)
  notePrice(trace, "band", figures.band)
  notePrice(trace, "standing_counter", figures.standing)
  if (figures.held > 0) notePrice(trace, "held_price", figures.held)
  if (figures.honoured !== null) notePrice(trace, "honoured_price", figures.honoured)
  if (figures.jitter !== 0) notePrice(trace, "jitter", figures.jitter)
}

/**
 * Why a routing rule takes the line from the engine, or null. With no rounds left and nothing standing every ask hears the
 * same: a deeper one must not reach a person where a shallower one is refused (ENGINE.md, invariant 5).
 */
function routedAway({ routing, policy }: CaseView, { memory, offered }: LineCase, figures: Figures | null): string | null {
  if (routing === null) return null
  const spent = memory.rounds >= policy.rounds && !offered && (figures === null || figures.standing === null)
  return routing.byDepth && spent ? null : routing.reason
}

/**
 * Decides one line for itself (ENGINE.md, Formulas): worries first, then what stands, then asks that earn nothing,
 * then a round.
 */
export function draftLine(view: CaseView, item: LineCase): LineDraft {
  const { line, ask, memory } = item
  const reference = ownPriceAt(line.own_prices, ask.quantity)
  const found = floorBasis(view.policy, line, view.grid)
  const basis = typeof found === "string" ? null : found
  const trace = givenTerms(view, item, reference)
  const published = publishedPrice(view.policy, view.facts, line, memory, ask)
  const desk: Desk = { view, item, reference, basis, published, trace }
  if (line.excluded !== null) {
    noteText(trace, "excluded", line.excluded)
    return draft(desk, "decline", "not_eligible")
  }
  if (published !== null) notePrice(trace, "published_price", published)
  const worry = lineConcern(view.policy, published === null ? line : asPublished(line), ask.quantity, reference, found)
  const figures = basis === null || reference <= basis.floor ? null : figuresOf(view, item, reference, basis)
  if (figures !== null) explainFigures(trace, figures)
  if (view.advising) return figures === null ? draft(desk, "person", worry ?? "no_room") : answerFresh(desk, figures)
  const concern = view.concern ?? worry ?? (figures === null ? null : figuresConcern(figures)) ?? routedAway(view, item, figures)
  const repeated = isRepeated(memory, ask)
  const earnsNothing = repeated || !isPlausible(view, item)
  if (earnsNothing) noteText(trace, "earns_nothing", repeated ? "repeated" : "implausible")
  if (view.coolingDown) return answerCooling(desk, concern === null ? figures : null, earnsNothing)
  return concern !== null || figures === null
    ? draft(desk, "person", concern ?? "no_room")
    : answerAsk(desk, figures, earnsNothing)
}
