import { parseDecimal, parseWhole } from "../numbers"

describe("numbers as people type them", () => {
  it.each([
    ["110", 110],
    ["110.5", 110.5],
    [" 110,5 ", 110.5],
    ["0.0125", 0.0125],
  ])("reads %j as %d", (text, number) => expect(parseDecimal(text)).toBe(number))

  it.each(["", "1,000", "1.000,50", "1 000", "-5", "1e3", "abc", "NaN", "12.", ".5"])("does not guess at %j", (text) => expect(parseDecimal(text)).toBeNull())

  it("reads pieces as whole numbers only", () => {
    expect(parseWhole("450")).toBe(450)
    expect(["4.5", "1,000", "-1", ""].map(parseWhole)).toEqual([null, null, null, null])
  })
})
