import { LOCALES, optionConditions, optionHeadline, type OptionWords } from ".."

const line = { title: "Bearing 6204", asked_quantity: 2_000, quantity: 2_000, unit_price: 118, current_unit_price: 120 }
const counter: OptionWords = { kind: "counter", currency_code: "usd", lines: [line] }
const volume: OptionWords = { kind: "volume", currency_code: "usd", lines: [{ ...line, quantity: 4_000, unit_price: 110 }] }
const other = { title: "Seal {12}", asked_quantity: 10, quantity: 20, unit_price: 4.5, current_unit_price: 5 }

/** Intl separates with spaces that don't break; people type plain ones. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ")

describe("the golden story", () => {
  it("is told as in the article", () => expect(optionHeadline("en", volume)).toBe("2,000 more pieces support $110"))

  it.each([
    ["de", "2.000 Stück mehr machen 110 $ möglich"],
    ["fr", "2 000 pièces de plus permettent 110 $US"],
    ["es", "2000 piezas más permiten 110 US$"],
  ] as const)("reads in %s: %s", (locale, text) => expect(plain(optionHeadline(locale, volume))).toBe(text))

  it("names its conditions", () => {
    expect(optionConditions("en", { ...volume, agreement_days: 90, valid_until: "2026-11-30T23:30:00.000Z" })).toEqual([
      "From 4,000 pieces on; below that your normal price applies.",
      "The price holds for 90 days after you accept.",
      "Valid until November 30, 2026.",
    ])
  })
})

describe("a headline in English", () => {
  it.each<[string, OptionWords, string]>([
    ["a counter", counter, "$118 each for 2,000 pieces"],
    ["one more piece", { ...volume, lines: [{ ...line, asked_quantity: 1, quantity: 2, unit_price: 110.5 }] }, "1 more piece supports $110.50"],
    ["a single piece", { ...counter, lines: [{ ...line, asked_quantity: 1, quantity: 1 }] }, "$118 for 1 piece"],
    ["a volume option within the asked quantity", { ...counter, kind: "volume" }, "$118 each for 2,000 pieces"],
    ["an ask granted", { ...counter, kind: "as_asked" }, "Your price: $118 each for 2,000 pieces"],
    ["a counter for several lines", { ...counter, lines: [line, other] }, "2 articles for $236,090 in all instead of $240,100"],
    ["asks granted", { ...counter, kind: "as_asked", lines: [line, other] }, "Your prices for 2 articles: $236,090 in all"],
    ["volume for several lines", { ...counter, kind: "volume", lines: [line, other] }, "10 more pieces across 2 articles support better prices"],
    ["other freight", { ...counter, kind: "freight" }, "$118 each for 2,000 pieces, with the delivery named here"],
    ["other payment", { ...counter, kind: "payment_term" }, "$118 each for 2,000 pieces, with the payment term named here"],
    ["a substitute", { ...counter, kind: "substitute" }, "Bearing 6204 instead: $118 each for 2,000 pieces"],
    ["nothing", { ...counter, lines: [] }, ""],
  ])("for %s", (_what, option, text) => expect(optionHeadline("en", option)).toBe(text))

  it("adds up the largest prices and quantities without a rounding of its own", () => {
    const large = { ...line, asked_quantity: 10_000_000, quantity: 10_000_000, unit_price: 9_999_999.9999, current_unit_price: 10_000_000 }
    const small = { ...line, asked_quantity: 1, quantity: 1, unit_price: 0.0001, current_unit_price: 1 }
    expect(optionHeadline("en", { ...counter, lines: [{ ...large, quantity: 1_000, asked_quantity: 1_000 }, small] })).toBe(
      "2 articles for $9,999,999,999.9001 in all instead of $10,000,000,001"
    )
    expect(optionHeadline("en", { ...counter, lines: [large, large] })).toContain("instead of $200,000,000,000,000")
  })
})

describe("conditions", () => {
  it("are told line by line where there are several, whatever a title contains", () => {
    expect(optionConditions("en", { ...counter, lines: [line, other] })).toEqual([
      "Bearing 6204: from 2,000 pieces on; below that your normal price applies.",
      "Seal {12}: from 20 pieces on; below that your normal price applies.",
    ])
  })

  it("say off how many pieces of an order something comes where they are counted", () => {
    const freight = { kind: "freight", on: "goods", percent: 1.75, delivery: "Sea freight", offered_only: true } as const
    const said = (lines: (typeof line)[], concession: object = {}) =>
      optionConditions("en", { ...counter, kind: "freight", lines, concessions: [{ ...freight, ...concession }] }).find((text) => text.startsWith("1.75%"))
    expect(said([line])).toBe("1.75% off with Sea freight, for up to 2,000 pieces an order.")
    expect(said([{ ...line, quantity: 1 }])).toBe("1.75% off with Sea freight, for up to 1 piece an order.")
    expect(said([line, other])).toBe("1.75% off with Sea freight, for up to the pieces offered of each article an order.")
    expect(said([line], { offered_only: undefined })).toBe("1.75% off with Sea freight.")
    expect(said([line], { on: "freight" })).toBe("1.75% off the delivery with Sea freight.")
  })

  it("are none where one piece is enough", () => {
    expect(optionConditions("en", { ...counter, lines: [{ ...line, quantity: 1 }] })).toEqual([])
  })

  it("tell from where on the larger order is the cheaper one", () => {
    const lines = [{ ...line, quantity: 4_000, unit_price: 110, cheaper_from: 3_667 }]
    expect(optionConditions("en", { ...volume, lines })).toContain("From 3,667 pieces on, 4,000 are cheaper in total.")

    const askedAnyway = [{ ...line, unit_price: 118, cheaper_from: 1_967 }]
    expect(optionConditions("en", { ...counter, lines: askedAnyway })).toEqual(["From 2,000 pieces on; below that your normal price applies."])

    const never = [{ ...line, quantity: 4_000, unit_price: 110, cheaper_from: 4_000 }]
    expect(optionConditions("en", { ...volume, lines: never })).toHaveLength(1)
  })

  it.each([
    ["en", "Bolt: from 3,667 pieces on, 4,000 are cheaper in total."],
    ["de", "Bolt: Ab 3.667 Stück sind 4.000 zusammen günstiger."],
    ["fr", "Bolt : à partir de 3 667 pièces, 4 000 reviennent moins cher au total."],
    ["es", "Bolt: a partir de 3667 piezas, 4000 salen más baratas en total."],
  ] as const)("tell it of the one line of several that it is true of, in %s", (locale, text) => {
    const lines = [{ ...line, title: "Bolt", quantity: 4_000, unit_price: 110, cheaper_from: 3_667 }, other]
    const conditions = optionConditions(locale, { ...volume, lines }).map(plain)
    expect(conditions).toHaveLength(3)
    expect(conditions[1]).toBe(text)
  })
})

it.each(LOCALES)("leaves no placeholder in any option in %s", (locale) => {
  for (const kind of ["counter", "volume", "freight", "payment_term", "substitute", "as_asked"] as const) {
    for (const quantity of [1, 2, 4_000]) {
      for (const lines of [[{ ...line, quantity, asked_quantity: 1, cheaper_from: 1 }], [line, { ...line, quantity, asked_quantity: 1, cheaper_from: 1 }]]) {
        const option = { kind, currency_code: "eur", lines, agreement_days: quantity, valid_until: "2026-11-30T00:00:00.000Z" }
        const texts = [optionHeadline(locale, option), ...optionConditions(locale, option)]
        expect(texts.filter((text) => text === "" || /[{}]|undefined|NaN|Invalid/.test(text))).toEqual([])
      }
    }
  }
})
