import { jitterOf } from "../engine-facts"

const NOVEMBER = new Date("2026-11-01T00:00:00Z")
const of = (company: string, variant = "variant_1", now = NOVEMBER, secret: string | undefined = "secret") => jitterOf(secret, company, variant, now)
/** What many companies, or many articles, get. */
const many = (each: (index: number) => number) => Array.from({ length: 400 }, (_, index) => each(index))

describe("jitter", () => {
  it("is the same all month, and another in another month", () => {
    const days = many((index) => of(`company_${index}`)).map((value, index) => [value, of(`company_${index}`, "variant_1", new Date("2026-11-30T23:59:59.999Z"))])
    expect(days.every(([first, last]) => first === last)).toBe(true)
    expect(many((index) => of(`company_${index}`, "variant_1", new Date("2026-12-01T00:00:00Z")))).not.toEqual(many((index) => of(`company_${index}`)))
  })

  it("hangs on the company, the article and the secret", () => {
    expect(new Set(many((index) => of(`company_${index}`))).size).toBe(21)
    expect(new Set(many((index) => of("company", `variant_${index}`))).size).toBe(21)
    expect(many((index) => of(`company_${index}`, "variant_1", NOVEMBER, "another"))).not.toEqual(many((index) => of(`company_${index}`)))
    // Where one name ends and the next begins is part of what is hashed.
    expect(many((index) => of(`a${index}`, "b"))).not.toEqual(many((index) => of("a", `${index}b`)))
  })

  it("raises a counter by 0 to 20 hundredths of a percent of list, never lowers it", () => {
    const values = many((index) => of(`company_${index}`))
    expect([Math.min(...values), Math.max(...values)]).toEqual([0, 20])
    expect(values.every(Number.isInteger)).toBe(true)
  })

  it.each([undefined, ""])("is none without a secret (%p)", (secret) => {
    expect(many((index) => jitterOf(secret, `company_${index}`, "variant_1", NOVEMBER)).every((value) => value === 0)).toBe(true)
  })
})
