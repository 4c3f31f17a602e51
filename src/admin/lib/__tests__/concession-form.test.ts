import { emptyConcession, readConcession, shareTakenOff } from "../concession-form"

const freight = { ...emptyConcession("freight"), shipping_option_id: "so_1", off: "2,5" }
const term = { ...emptyConcession("payment_term"), payment_term: "net60", off: "1" }
const basket = { ...emptyConcession("basket"), min_subtotal: "5000", off: "250", unit: "amount" as const }

describe("a concession as typed", () => {
  it("is read as the contract takes it", () => {
    expect(readConcession(freight)).toEqual({ terms: { kind: "freight", shipping_option_id: "so_1", on: "goods", percent: 2.5 } })
    expect(readConcession({ ...freight, on: "freight", off: "100" })).toEqual({ terms: { kind: "freight", shipping_option_id: "so_1", on: "freight", percent: 100 } })
    expect(readConcession(term)).toEqual({ terms: { kind: "payment_term", payment_term: "net60", percent: 1 } })
    expect(readConcession(basket)).toEqual({ terms: { kind: "basket", min_subtotal: 5_000, amount: 250 } })
    expect(readConcession({ ...basket, unit: "percent", off: "3" })).toEqual({ terms: { kind: "basket", min_subtotal: 5_000, percent: 3 } })
  })

  it("names every field that is wrong", () => {
    expect(readConcession(emptyConcession("freight"))).toEqual({ wrong: ["shipping_option_id", "off"] })
    expect(readConcession(emptyConcession("payment_term"))).toEqual({ wrong: ["payment_term", "off"] })
    expect(readConcession(emptyConcession("basket"))).toEqual({ wrong: ["min_subtotal", "off"] })
    for (const off of ["0", "100.1", "2.555", "a bit", "1,000"]) expect(readConcession({ ...freight, off })).toEqual({ wrong: ["off"] })
    expect(readConcession({ ...basket, min_subtotal: "0" })).toEqual({ wrong: ["min_subtotal"] })
  })

  it("takes off the goods what all of them together take at most", () => {
    const terms = [freight, { ...term, off: "10" }, basket, { ...freight, on: "freight" as const, off: "100" }].flatMap((input) => {
      const read = readConcession(input)
      return "terms" in read ? [read.terms] : []
    })
    expect(shareTakenOff(terms)).toBeCloseTo(0.025 + 0.1 + 0.05, 10)
    expect(shareTakenOff([])).toBe(0)
    expect(shareTakenOff([{ kind: "basket", min_subtotal: 10, amount: 20 }])).toBe(1)
  })
})
