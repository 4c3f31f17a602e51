import { differenceText, LOCALES, offerExplanation, optionConditions, optionHeadline, type OptionWords } from ".."

const line = { title: "Bearing 6204", asked_quantity: 2_000, quantity: 2_000, unit_price: 120, effective_unit_price: 117.9, current_unit_price: 120 }
const freight: OptionWords = {
  kind: "freight", currency_code: "usd", lines: [line],
  concessions: [{ kind: "freight", on: "goods", percent: 1.75, delivery: "Consolidated freight" }],
}
const paying = (days: number): OptionWords => ({ ...freight, kind: "payment_term", concessions: [{ kind: "payment_term", percent: 1.75, days }] })
const odd = (currency_code: string, unit_price: number, percent: number): OptionWords => ({
  kind: "freight", currency_code, lines: [{ ...line, unit_price, effective_unit_price: Number((unit_price * (1 - percent / 100)).toFixed(4)) }],
  concessions: [{ kind: "freight", on: "goods", percent, delivery: "Consolidated freight" }],
})
const substitute: OptionWords = { kind: "substitute", currency_code: "usd", lines: [{ ...line, title: "Bearing 6205", effective_unit_price: undefined, unit_price: 108, replaces: "Bearing 6204" }] }

describe("a headline names what the price hangs on", () => {
  it.each<[string, OptionWords, string]>([
    ["a delivery", freight, "$117.90 each for 2,000 pieces with Consolidated freight"],
    ["payment before delivery", paying(0), "$117.90 each for 2,000 pieces when paid before delivery"],
    ["payment within a day", paying(1), "$117.90 each for 2,000 pieces when paid within 1 day"],
    ["payment within days", paying(30), "$117.90 each for 2,000 pieces when paid within 30 days"],
    ["several lines", { ...freight, lines: [line, line] }, "2 articles for $471,600 in all instead of $480,000 with Consolidated freight"],
    ["two things at once", { ...freight, concessions: [...(freight.concessions ?? []), ...(paying(0).concessions ?? [])] }, "$117.90 each for 2,000 pieces, with the delivery named here"],
    ["off the delivery itself", { ...freight, concessions: [{ kind: "freight", on: "freight", percent: 50, delivery: "Consolidated freight" }] }, "$117.90 each for 2,000 pieces, with the delivery named here"],
    ["a share that makes an odd price", odd("usd", 120, 0.29), "$120 each for 2,000 pieces, $696 less with Consolidated freight"],
    ["one off a price finer than its currency", odd("usd", 0.0475, 2), "$0.0475 each for 2,000 pieces, $1.90 less with Consolidated freight"],
    ["one in a currency without decimals", odd("jpy", 1_150, 1.5), "¥1,150 each for 2,000 pieces, ¥34,500 less with Consolidated freight"],
    ["another article", substitute, "Bearing 6205 instead: $108 each for 2,000 pieces"],
  ])("for %s", (_what, option, text) => expect(optionHeadline("en", option)).toBe(text))
})

describe("conditions tell what accepting does", () => {
  it.each<[string, OptionWords, string[]]>([
    ["a delivery", freight, ["1.75% off with Consolidated freight.", "The discount is there while your cart travels by Consolidated freight."]],
    ["a way to pay", paying(0), ["1.75% off when paid before delivery.", "Accepting chooses this way to pay for your cart; the discount is there while you keep it."]],
    ["another article", substitute, ["It takes the place of Bearing 6204 in your cart."]],
  ])("for %s", (_what, option, texts) => {
    expect(optionConditions("en", option)).toEqual(["From 2,000 pieces on; below that your normal price applies.", ...texts])
  })
})

describe("an explanation", () => {
  it("says once for each kind what it is good for, in the options' order, and nothing for an ask granted", () => {
    expect(offerExplanation("en", { options: [{ kind: "volume" }, freight, freight, { kind: "counter" }] })).toEqual([
      "A larger order is worth a better price to us.",
      "A slower delivery makes things easier for us, and part of that is yours.",
      "For the quantity you asked for, this is what we can offer now.",
    ])
    expect(offerExplanation("en", { options: [{ kind: "as_asked" }] })).toEqual([])
  })

  it("tells payment before delivery from payment within days", () => {
    expect(offerExplanation("en", { options: [paying(0), paying(30)] })).toEqual([
      "Being paid before delivery is worth something to us, and part of that is yours.",
      "Being paid sooner is worth something to us, and part of that is yours.",
    ])
  })

  it("names the day that rules slower deliveries out", () => {
    expect(offerExplanation("en", { options: [], needed_by: "2026-12-01" })).toEqual(["You need the goods by December 1, 2026: deliveries that may take longer are left out."])
  })
})

describe("a difference", () => {
  it.each([
    [{ property: "material" as const, name: null, asked: "Steel", offered: "Brass" }, "Material: Brass instead of Steel"],
    [{ property: "weight" as const, name: null, asked: "2000", offered: "2400" }, "Weight: 2,400 instead of 2,000"],
    [{ property: "weight" as const, name: null, asked: "0.5", offered: "0.75" }, "Weight: 0.75 instead of 0.5"],
    [{ property: "option" as const, name: "Bore {mm}", asked: "40", offered: "50" }, "Bore {mm}: 50 instead of 40"],
  ])("%j", (difference, text) => expect(differenceText("en", difference)).toBe(text))
})

it.each(LOCALES)("leaves no placeholder in %s", (locale) => {
  const options = [freight, paying(0), paying(1), paying(30), substitute]
  const texts = [
    ...options.flatMap((option) => [optionHeadline(locale, option), ...optionConditions(locale, option)]),
    ...offerExplanation(locale, { options: [...options, { kind: "counter" }, { kind: "volume" }], needed_by: "2026-12-01" }),
    ...(["material", "weight", "length", "width", "height", "origin_country", "option"] as const).map((property) => differenceText(locale, { property, name: "Bore", asked: "1", offered: "2" })),
  ]
  expect(texts.filter((text) => text === "" || /[{}]|undefined|NaN|Invalid/.test(text))).toEqual([])
})
