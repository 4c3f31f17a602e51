import { z } from "zod"
import { quantitySchema, unitPriceSchema, type AdminNegotiation, type ConcessionTerms, type SellerCounterBody } from "../../contract"
import { readConcession, shareTakenOff, type ConcessionInput } from "./concession-form"
import { decisionBody, decisionSchema, EMPTY_DECISION, type DecisionInput, type Say } from "./decision-form"
import { afterShare } from "./figures"
import { limitsBody, limitsFields, NO_LIMITS, type LimitsInput } from "./limits-form"
import { parseDecimal, parseWhole } from "./numbers"

/** A line of a counter as typed. Empty limits: any number of pieces, no promise. */
export interface CounterLineInput {
  line_id: string
  unit_price: string
  quantity: string
  max_quantity: string
  committed_quantity: string
}
/** A counter as typed. */
export interface CounterInput extends DecisionInput, LimitsInput {
  lines: CounterLineInput[]
  concessions: ConcessionInput[]
}

/** A line of a counter as far as it can be read while it is typed; null where nothing (readable) is. */
export function readCounterLine(line: Omit<CounterLineInput, "line_id">) {
  const price = unitPriceSchema.safeParse(parseDecimal(line.unit_price))
  const pieces = (text: string) => {
    const read = quantitySchema.safeParse(parseWhole(text))
    return read.success ? read.data : null
  }
  const { quantity, max_quantity, committed_quantity } = line
  return { unit_price: price.success ? price.data : null, quantity: pieces(quantity), max_quantity: pieces(max_quantity), committed_quantity: pieces(committed_quantity) }
}

/** The concessions that can be read so far. */
export function readConcessions(inputs: readonly ConcessionInput[]): ConcessionTerms[] {
  return inputs.map(readConcession).flatMap((read) => ("terms" in read ? [read.terms] : []))
}

const typed = (text: string): boolean => text.trim() !== ""

function lineSchema(say: Say, negotiation: Pick<AdminNegotiation, "lines">) {
  const floors = new Map(negotiation.lines.map((line) => [line.id, line.floor_unit_price]))
  const fields = { line_id: z.string(), unit_price: z.string(), quantity: z.string(), max_quantity: z.string(), committed_quantity: z.string() }
  return z.object(fields).superRefine((input, context) => {
    const { unit_price, quantity, max_quantity: max, committed_quantity: committed } = readCounterLine(input)
    const floor = floors.get(input.line_id) ?? null
    const refuse = (path: string, sentence: string) => context.addIssue({ code: "custom", path: [path], message: say(`decision.invalid.${sentence}`) })
    if (unit_price === null) refuse("unit_price", "price")
    else if (floor !== null && unit_price < floor) refuse("unit_price", "underFloor")
    if (quantity === null) refuse("quantity", "quantity")
    if (max === null) {
      if (typed(input.max_quantity)) refuse("max_quantity", "quantity")
    } else if (quantity !== null && max < quantity) refuse("max_quantity", "maxUnderQuantity")
    if (committed === null) {
      if (typed(input.committed_quantity)) refuse("committed_quantity", "quantity")
    } else if (max !== null && committed > max) refuse("committed_quantity", "committedOverMax")
  })
}

function concessionSchema(say: Say) {
  return z.custom<ConcessionInput>().superRefine((input, context) => {
    const read = readConcession(input)
    if ("terms" in read) {
      const { terms } = read
      const tooMuch = terms.kind === "basket" && (terms.amount ?? 0) > terms.min_subtotal
      if (tooMuch) context.addIssue({ code: "custom", path: ["off"], message: say("grant.invalid.overSubtotal") })
      return
    }
    for (const field of read.wrong) {
      const sentence = field === "off" ? (input.unit === "percent" ? "percent" : "amount") : field
      context.addIssue({ code: "custom", path: [field], message: say(`grant.invalid.${sentence}`) })
    }
  })
}

/**
 * A counter: a price and a quantity for every line, never under the line's floor, with everything granted taken off; limits and
 * concessions where wanted.
 */
export function counterFormSchema(say: Say, negotiation: Pick<AdminNegotiation, "lines">) {
  const fields = { ...limitsFields(say), lines: z.array(lineSchema(say, negotiation)).min(1), concessions: z.array(concessionSchema(say)) }
  return decisionSchema(say)
    .extend(fields)
    .superRefine((input, context) => {
      const share = shareTakenOff(readConcessions(input.concessions))
      if (share === 0) return
      input.lines.forEach((line, index) => {
        const floor = negotiation.lines.find(({ id }) => id === line.line_id)?.floor_unit_price ?? null
        const { unit_price } = readCounterLine(line)
        if (floor === null || unit_price === null || unit_price < floor || afterShare(unit_price, share) >= floor) return
        context.addIssue({ code: "custom", path: ["lines", index, "unit_price"], message: say("decision.invalid.grantedUnderFloor") })
      })
    })
}

/** The body of a checked counter. */
export function counterBody(version: number, input: CounterInput): SellerCounterBody {
  const lines = input.lines.map((line) => {
    const { unit_price, quantity, max_quantity, committed_quantity } = readCounterLine(line)
    return {
      line_id: line.line_id,
      unit_price: unitPriceSchema.parse(unit_price),
      quantity: quantitySchema.parse(quantity),
      ...(max_quantity === null ? {} : { max_quantity }),
      ...(committed_quantity === null ? {} : { committed_quantity }),
    }
  })
  const concessions = readConcessions(input.concessions)
  return { ...decisionBody(version, input), ...limitsBody(input), lines, ...(concessions.length === 0 ? {} : { concessions }) }
}

/** What the form starts from: the engine's suggestion, else the standing counter, else the current price. */
export function startingCounter(negotiation: AdminNegotiation): CounterInput {
  const lines = negotiation.lines.map((line): CounterLineInput => {
    const suggested = negotiation.suggestion?.lines.find(({ line_id }) => line_id === line.id)
    const price = suggested?.unit_price ?? line.counter_unit_price ?? line.current_unit_price
    const quantity = String(suggested?.quantity ?? line.quantity)
    return { line_id: line.id, unit_price: String(price), quantity, max_quantity: "", committed_quantity: "" }
  })
  return { ...EMPTY_DECISION, ...NO_LIMITS, lines, concessions: [] }
}
