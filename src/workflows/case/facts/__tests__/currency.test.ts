import { currencyDecimals } from "../currency"

describe("decimals of a currency", () => {
  it.each([["usd", 2], ["EUR", 2], ["jpy", 0], ["kwd", 3]])("are what they are everywhere: %s %d", (code, decimals) => expect(currencyDecimals(code)).toBe(decimals))

  it.each(["rsd", "amd", "crc", "mnt", "mur", "tzs", "uzs"])("are Medusa's where others have them: %s has none", (code) => expect(currencyDecimals(code)).toBe(0))

  it("are the runtime's where Medusa knows no such currency", () => {
    expect([currencyDecimals("clf"), currencyDecimals("isk")]).toEqual([4, 0])
  })
})
