import type { AdminNegotiation } from "../../../contract"
import { emptyConcession } from "../concession-form"
import { counterBody, counterFormSchema, startingCounter, type CounterLineInput } from "../counter-form"
import { NO_LIMITS } from "../limits-form"

const say = (key: string) => key
const negotiation = {
  suggestion: { lines: [{ line_id: "a", unit_price: 110, quantity: 4_000 }], contribution: null, margin: null },
  lines: [
    { id: "a", floor_unit_price: 94.12, counter_unit_price: 118, current_unit_price: 120, quantity: 2_000 },
    { id: "b", floor_unit_price: null, counter_unit_price: null, current_unit_price: 7, quantity: 10 },
  ],
} as unknown as AdminNegotiation

const counter = { reason_code: "volume_commitment", note: "n", message: "", ...NO_LIMITS, concessions: [] }
const line = (line_id: string, unit_price: string, quantity: string, limits: Partial<CounterLineInput> = {}) => ({
  line_id, unit_price, quantity, max_quantity: "", committed_quantity: "", ...limits,
})
const issues = (input: object) => counterFormSchema(say, negotiation).safeParse(input).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []

describe("a counter", () => {
  it("starts from the suggestion, else from what the buyer pays now", () => {
    expect(startingCounter(negotiation).lines).toEqual([line("a", "110", "4000"), line("b", "7", "10")])
  })

  it("refuses prices under the floor, of more than four decimals, and quantities that are no pieces", () => {
    expect(issues({ ...counter, lines: [line("a", "94.11", "1.5"), line("b", "0.00001", "0")] })).toEqual([
      ["lines.0.unit_price", "decision.invalid.underFloor"],
      ["lines.0.quantity", "decision.invalid.quantity"],
      ["lines.1.unit_price", "decision.invalid.price"],
      ["lines.1.quantity", "decision.invalid.quantity"],
    ])
  })

  it("refuses limits that contradict each other", () => {
    const lines = [line("a", "110", "4000", { max_quantity: "3999" }), line("b", "7", "10", { max_quantity: "50", committed_quantity: "51" })]
    expect(issues({ ...counter, lines })).toEqual([
      ["lines.0.max_quantity", "decision.invalid.maxUnderQuantity"],
      ["lines.1.committed_quantity", "decision.invalid.committedOverMax"],
    ])
    expect(issues({ ...counter, lines: [line("b", "7", "10", { max_quantity: "many", committed_quantity: "0" })] })).toEqual([
      ["lines.0.max_quantity", "decision.invalid.quantity"],
      ["lines.0.committed_quantity", "decision.invalid.quantity"],
    ])
  })

  it("names what is wrong with a concession", () => {
    const concessions = [{ ...emptyConcession("basket"), unit: "amount", min_subtotal: "100" }, emptyConcession("payment_term")]
    expect(issues({ ...counter, lines: [line("b", "7", "10")], concessions })).toEqual([
      ["concessions.0.off", "grant.invalid.amount"],
      ["concessions.1.payment_term", "grant.invalid.payment_term"],
      ["concessions.1.off", "grant.invalid.percent"],
    ])
    const over = [{ ...emptyConcession("basket"), unit: "amount", min_subtotal: "100", off: "101" }]
    expect(issues({ ...counter, lines: [line("b", "7", "10")], concessions: over })).toEqual([["concessions.0.off", "grant.invalid.overSubtotal"]])
  })

  it("holds the floor with everything granted taken off", () => {
    const off = (percent: string) => [{ ...emptyConcession("freight"), shipping_option_id: "so_1", off: percent }]
    const counterAt = (price: string, percent: string) => issues({ ...counter, lines: [line("a", price, "3000")], concessions: off(percent) })
    expect(counterAt("100", "5")).toEqual([])
    expect(counterAt("100", "6")).toEqual([["lines.0.unit_price", "decision.invalid.grantedUnderFloor"]])
    expect(counterAt("94", "6")).toEqual([["lines.0.unit_price", "decision.invalid.underFloor"]])
  })

  it("may lie on the floor, and is sent as numbers, with nothing that was left empty", () => {
    const plain = { ...counter, lines: [line("a", "94,12", "3000")] }
    expect(issues(plain)).toEqual([])
    expect(counterBody(2, plain)).toEqual({ version: 2, reason_code: "volume_commitment", note: "n", lines: [{ line_id: "a", unit_price: 94.12, quantity: 3_000 }] })
  })

  it("carries limits, commitment and concessions", () => {
    const rich = {
      ...counter,
      max_orders: "3",
      agreement_days: "180",
      lines: [line("a", "100", "3000", { max_quantity: "9000", committed_quantity: "6000" })],
      concessions: [{ ...emptyConcession("freight"), shipping_option_id: "so_1", off: "2" }],
    }
    expect(issues(rich)).toEqual([])
    expect(counterBody(2, rich)).toMatchObject({
      max_orders: 3,
      agreement_days: 180,
      lines: [{ line_id: "a", unit_price: 100, quantity: 3_000, max_quantity: 9_000, committed_quantity: 6_000 }],
      concessions: [{ kind: "freight", shipping_option_id: "so_1", on: "goods", percent: 2 }],
    })
  })
})
