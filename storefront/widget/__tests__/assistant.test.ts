import type { StoreNegotiation, StoreOption } from "../../client"
import { LOCALES, offerExplanation } from "../../../src/phrases"
import { answersOf, nextStep, reasonFor } from "../panel/assistant"
import { BEGINNING, MATTERS, type AssistantState, type Matter } from "../panel/assistant-state"

const LINES = [{ id: "line_1", variant_id: "v", line_item_id: "i", title: "Pump", quantity: 100, list_unit_price: 120, current_unit_price: 120, last_paid_unit_price: null, target_unit_price: 110 }]
const option = (id: string, kind: StoreOption["kind"], quantity: number, unit_price: number, more: Partial<StoreOption> = {}): StoreOption => ({
  id, kind, lines: [{ line_id: "line_1", variant_id: "v", quantity, unit_price, effective_unit_price: unit_price }], saving_total: 1, headline: id, conditions: [],
  concession: null, overall_cost: { goods: quantity * unit_price, freight: null, terms: 0, total: quantity * unit_price }, ...more,
})
const VOLUME = option("volume", "volume", 200, 110)
const COUNTER = option("counter", "counter", 100, 118)
const FREIGHT = option("freight", "freight", 100, 112, { shipping_option_id: "so" })
const TERM = option("term", "payment_term", 100, 115, { payment_term: "net60" })
const OTHER = option("other", "substitute", 100, 105)

const caseWith = (...options: StoreOption[]): Pick<StoreNegotiation, "lines" | "offer"> => ({
  lines: LINES,
  offer: { id: "o", round: 1, by: "seller", origin: "automatic", expires_at: "2026-12-01T00:00:00.000Z", options, explanation: [] },
})
const after = (matter: Matter, more: Partial<AssistantState> = {}): AssistantState => ({ ...BEGINNING, matter, ...more })

it("begins with one question", () => {
  expect(nextStep(caseWith(VOLUME, COUNTER), BEGINNING)).toEqual({ kind: "question" })
})

it.each([
  ["price", "volume", VOLUME],
  ["volume", "freight", FREIGHT],
] as const)("who cares about %s is asked for the %s that what serves it at the lowest price asks for, and then led to it", (matter, demand, expected) => {
  const table = caseWith(VOLUME, COUNTER, FREIGHT, TERM)
  expect(nextStep(table, after(matter))).toEqual({ kind: "demand", demand, option: expected })
  expect(nextStep(table, after(matter, { can: { [demand]: true } }))).toMatchObject({ kind: "proposal", option: expected, serves: true, more: true })
})

it.each([["speed"], ["terms"]] as const)("who cares about %s is led to what serves it at once where it asks for nothing", (matter) => {
  const more = matter === "speed"
  expect(nextStep(caseWith(VOLUME, COUNTER, FREIGHT, TERM), after(matter))).toEqual({ kind: "proposal", option: TERM, serves: true, more })
})

it("asks one thing at a time, and a no leads to what does without it", () => {
  const sooner = option("prepay", "payment_term", 100, 113, { payment_term: "prepay", overall_cost: { goods: 11_300, freight: null, terms: 75, total: 11_375 } })
  const table = caseWith(VOLUME, FREIGHT, sooner)
  const asked: unknown[] = []
  let can: AssistantState["can"] = {}
  for (let step = nextStep(table, after("price")); ; step = nextStep(table, after("price", { can }))) {
    if (step.kind !== "demand") {
      expect(step).toEqual({ kind: "nothing_serves" })
      break
    }
    asked.push([step.demand, step.option.id])
    can = { ...can, [step.demand]: false }
  }
  expect(asked).toEqual([["volume", "volume"], ["freight", "freight"], ["terms", "prepay"]])
  expect(answersOf(after("price", { can }))).toEqual(["cannot_volume", "cannot_freight", "cannot_terms"])
})

it("asks for everything an option asks for before it is proposed", () => {
  const both = option("both", "freight", 200, 100, { shipping_option_id: "so" })
  expect(nextStep(caseWith(both), after("price", { can: { volume: true } }))).toEqual({ kind: "demand", demand: "freight", option: both })
  expect(nextStep(caseWith(both), after("price", { can: { volume: true, freight: true } }))).toEqual({ kind: "proposal", option: both, serves: true, more: false })
})

it("who wants to pay later is not led to paying sooner", () => {
  const sooner = option("prepay", "payment_term", 100, 115, { payment_term: "prepay", overall_cost: { goods: 11_500, freight: null, terms: 75, total: 11_575 } })
  expect(nextStep(caseWith(COUNTER, sooner), after("terms"))).toEqual({ kind: "nothing_serves" })
})

it("who would take another article is shown it", () => {
  expect(nextStep(caseWith(COUNTER, OTHER), after("substitute"))).toMatchObject({ option: OTHER, serves: true })
})

it("says so where nothing serves, and shows the closest only to who wants it", () => {
  expect(nextStep(caseWith(VOLUME), after("volume"))).toEqual({ kind: "nothing_serves" })
  expect(nextStep(caseWith(VOLUME), after("volume", { closest: true }))).toEqual({ kind: "proposal", option: VOLUME, serves: false, more: false })
})

it("goes through what is on the table once, and then is done", () => {
  const table = caseWith(COUNTER, VOLUME, TERM)
  const shown: string[] = []
  for (let passed: readonly string[] = []; ; ) {
    const step = nextStep(table, after("price", { passed, closest: true, can: { volume: true } }))
    if (step.kind !== "proposal") {
      expect(step).toEqual({ kind: "nothing_left" })
      break
    }
    shown.push(step.option.id)
    passed = [...passed, step.option.id]
  }
  expect(shown).toEqual(["volume", "term", "counter"])
})

it("with nothing on the table there is nothing to propose, whatever matters", () => {
  for (const matter of MATTERS) expect(nextStep({ lines: LINES, offer: null }, after(matter))).toEqual({ kind: "nothing_left" })
})

it.each(LOCALES)("in %s says of an option why it is there, and of no other", (locale) => {
  const granted = option("granted", "as_asked", 100, 110)
  const sooner = option("prepay", "payment_term", 100, 113)
  const options = [granted, VOLUME, sooner]
  const words = (each: StoreOption) => ({ kind: each.kind, concessions: each === sooner ? [{ kind: "payment_term" as const, days: 0, percent: 1 }] : [] })
  const alone = (each: StoreOption) => offerExplanation(locale, { options: [words(each)] })[0]
  const explanation = offerExplanation(locale, { options: options.map(words), needed_by: "2027-01-01" })
  for (const each of options) expect(reasonFor({ options, explanation }, each)).toBe(alone(each))
})
