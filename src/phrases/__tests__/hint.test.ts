import { LOCALES, optionConditions, quantityHint, type OptionWords } from ".."

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ")
const agreed = { currency_code: "usd", unit_price: 110, quantity: 4_000 } as const

describe("what changing a quantity does", () => {
  it.each([
    ["en", "From 4,000 pieces on the agreed $110 applies; from 3,667 pieces on, 4,000 are cheaper in total."],
    ["de", "Ab 4.000 Stück gilt der vereinbarte Preis von 110 $; ab 3.667 Stück sind 4.000 zusammen günstiger."],
    ["fr", "À partir de 4 000 pièces, le prix convenu de 110 $US s’applique ; à partir de 3 667 pièces, 4 000 reviennent moins cher au total."],
    ["es", "A partir de 4000 piezas se aplica el precio acordado de 110 US$; a partir de 3667 piezas, 4000 salen más baratas en total."],
  ] as const)("is said in %s", (locale, text) => expect(plain(quantityHint(locale, { kind: "under", ...agreed, cheaper_from: 3_667 }))).toBe(text))

  it("is said for each situation", () => {
    expect(quantityHint("en", { kind: "under", ...agreed })).toBe("From 4,000 pieces on the agreed $110 applies.")
    expect(quantityHint("en", { kind: "split", ...agreed })).toBe("The agreed $110 applies from 4,000 pieces in one line; lines of the same article are not added up.")
    expect(quantityHint("en", { kind: "over", ...agreed, unit_price: 120 })).toBe("Under 4,000 pieces the normal price of $120 applies again.")
    expect(quantityHint("en", { kind: "left", currency_code: "usd", unit_price: 110, remaining: 1 })).toBe("Only 1 piece is left at the agreed $110.")
  })

  it.each(LOCALES)("leaves no placeholder in %s", (locale) => {
    const words = [
      quantityHint(locale, { kind: "under", ...agreed }),
      quantityHint(locale, { kind: "under", ...agreed, cheaper_from: 3_667 }),
      quantityHint(locale, { kind: "split", ...agreed }),
      quantityHint(locale, { kind: "over", ...agreed }),
      ...[1, 500].map((remaining) => quantityHint(locale, { kind: "left", currency_code: "jpy", unit_price: 110, remaining })),
    ]
    expect(words.filter((text) => /[{}]|undefined|NaN/.test(text))).toEqual([])
  })
})

describe("what a rep gives beside prices", () => {
  const line = { title: "Cylinder", asked_quantity: 2_000, quantity: 4_000, unit_price: 110, current_unit_price: 120, max_quantity: 10_000, committed_quantity: 12_000 }
  const option: OptionWords = {
    kind: "volume",
    currency_code: "usd",
    lines: [line],
    agreement_days: 90,
    max_orders: 2,
    concessions: [
      { kind: "payment_term", percent: 2, days: 0 },
      { kind: "payment_term", percent: 1.25, days: 10 },
      { kind: "freight", on: "goods", percent: 3, delivery: "Road freight" },
      { kind: "freight", on: "freight", percent: 100, delivery: "Road freight" },
      { kind: "basket", min_subtotal: 50_000, percent: 1 },
      { kind: "basket", min_subtotal: 50_000, amount: 500 },
    ],
  }

  it("is said condition by condition", () => {
    expect(optionConditions("en", option)).toEqual([
      "From 4,000 pieces on; below that your normal price applies.",
      "At most 10,000 pieces at this price.",
      "You commit to 12,000 pieces within 90 days of accepting.",
      "2% off when paid before delivery.",
      "1.25% off when paid within 10 days.",
      "3% off with Road freight.",
      "100% off the delivery with Road freight.",
      "1% off from $50,000 of goods on, tax not counted. Other articles may be left out.",
      "$500 off from $50,000 of goods on, tax not counted. Other articles may be left out.",
      "Valid for 2 orders.",
      "The price holds for 90 days after you accept.",
    ])
    expect(optionConditions("en", { ...option, lines: [line, { ...line, title: "Valve" }] })).toContain("Valve: at most 10,000 pieces at this price.")
  })

  it.each(LOCALES)("leaves no placeholder in %s", (locale) => {
    for (const lines of [[line], [line, line]]) {
      expect(optionConditions(locale, { ...option, lines }).filter((text) => /[{}]|undefined|NaN/.test(text))).toEqual([])
    }
  })
})
