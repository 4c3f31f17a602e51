import { z } from "zod"
import { quantitySchema, sellerReasonCodeSchema, unitPriceSchema, type AdminNegotiation, type ApproveBody, type SellerCounterBody } from "../../contract"
import { parseDecimal, parseWhole } from "./numbers"

/** Says a sentence of the translations. */
type Say = (key: string) => string

const NOTE_LENGTH = 4_000
const MESSAGE_LENGTH = 2_000

/** The fields of a decision as typed. */
export interface DecisionInput {
  reason_code: string
  note: string
  message: string
}

/** What every decision of a rep needs: a reason code and a note; a message to the buyer is optional. */
export function decisionSchema(say: Say) {
  return z.object({
    reason_code: z.string().refine((code) => sellerReasonCodeSchema.safeParse(code).success, say("decision.invalid.reason")),
    note: z.string().trim().min(1, say("decision.invalid.note")).max(NOTE_LENGTH, say("decision.invalid.noteLong")),
    message: z.string().trim().max(MESSAGE_LENGTH, say("decision.invalid.messageLong")),
  })
}

/** An empty form. */
export const EMPTY_DECISION: DecisionInput = { reason_code: "", note: "", message: "" }

/** The body of a checked decision: the version it was made on, and no message where none was written. */
export function decisionBody(version: number, { reason_code, note, message }: DecisionInput): ApproveBody {
  return { version, reason_code: sellerReasonCodeSchema.parse(reason_code), note, ...(message ? { message } : {}) }
}

/** A line of a counter as typed. */
export interface CounterLineInput {
  line_id: string
  unit_price: string
  quantity: string
}
/** A counter as typed. */
export interface CounterInput extends DecisionInput {
  lines: CounterLineInput[]
}

/** A line of a counter as far as it can be read while it is typed. */
export function readCounterLine(line: Pick<CounterLineInput, "unit_price" | "quantity">): { unit_price: number | null; quantity: number | null } {
  const price = unitPriceSchema.safeParse(parseDecimal(line.unit_price))
  const quantity = quantitySchema.safeParse(parseWhole(line.quantity))
  return { unit_price: price.success ? price.data : null, quantity: quantity.success ? quantity.data : null }
}

/** A counter: a price and a quantity for every line, never under the line's floor. */
export function counterFormSchema(say: Say, negotiation: Pick<AdminNegotiation, "lines">) {
  const floors = new Map(negotiation.lines.map((line) => [line.id, line.floor_unit_price]))
  const line = z.object({ line_id: z.string(), unit_price: z.string(), quantity: z.string() }).superRefine((input, context) => {
    const { unit_price, quantity } = readCounterLine(input)
    const floor = floors.get(input.line_id) ?? null
    const refuse = (path: string, sentence: string) => context.addIssue({ code: "custom", path: [path], message: say(sentence) })
    if (unit_price === null) refuse("unit_price", "decision.invalid.price")
    else if (floor !== null && unit_price < floor) refuse("unit_price", "decision.invalid.underFloor")
    if (quantity === null) refuse("quantity", "decision.invalid.quantity")
  })
  return decisionSchema(say).extend({ lines: z.array(line).min(1) })
}

/** The body of a checked counter. */
export function counterBody(version: number, input: CounterInput): SellerCounterBody {
  const lines = input.lines.map((line) => {
    const { unit_price, quantity } = readCounterLine(line)
    return { line_id: line.line_id, unit_price: unitPriceSchema.parse(unit_price), quantity: quantitySchema.parse(quantity) }
  })
  return { ...decisionBody(version, input), lines }
}

/** What the form starts from: the engine's suggestion, else the standing counter, else the current price. */
export function startingCounter(negotiation: AdminNegotiation): CounterInput {
  const lines = negotiation.lines.map((line): CounterLineInput => {
    const suggested = negotiation.suggestion?.lines.find(({ line_id }) => line_id === line.id)
    const price = suggested?.unit_price ?? line.counter_unit_price ?? line.current_unit_price
    return { line_id: line.id, unit_price: String(price), quantity: String(suggested?.quantity ?? line.quantity) }
  })
  return { ...EMPTY_DECISION, lines }
}
