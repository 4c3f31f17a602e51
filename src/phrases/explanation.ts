import { fill } from "./fill"
import { formatCount, formatDate } from "./format"
import type { Locale } from "./locale"
import { PHRASEBOOKS } from "./locales"
import type { OptionWords } from "./option"

/** What an offer is explained from: its options, and what the buyer said about their need. */
export interface ExplanationWords {
  readonly options: readonly Pick<OptionWords, "kind" | "concessions">[]
  /** The day the goods are needed by, where slower deliveries were left out for it. */
  readonly needed_by?: string | undefined
}

/** The sentence for one option, or null: an ask granted explains itself. */
function whyText(locale: Locale, { kind, concessions }: ExplanationWords["options"][number]): string | null {
  const { why } = PHRASEBOOKS[locale]
  if (kind === "as_asked") return null
  if (kind !== "payment_term") return why[kind]
  return concessions?.some((concession) => concession.kind === "payment_term" && concession.days === 0) ? why.prepaid : why.paid_within
}

/**
 * Why an offer is what it is: one sentence for each kind of option in it, in their order, and one on what was left out. It
 * says what each trade is good for, never what it brings.
 */
export function offerExplanation(locale: Locale, { options, needed_by }: ExplanationWords): string[] {
  const texts = options.flatMap((option) => whyText(locale, option) ?? [])
  const left_out = needed_by === undefined ? [] : [fill(PHRASEBOOKS[locale].why.needed_by, { date: formatDate(locale, needed_by) })]
  return [...new Set([...texts, ...left_out])]
}

/** Something in which a substitute is another article, as the store describes both. */
export interface DifferenceWords {
  readonly property: "material" | "weight" | "length" | "width" | "height" | "origin_country" | "option"
  /** The merchant's name of it, for `option`. */
  readonly name: string | null
  readonly asked: string
  readonly offered: string
}

const COUNTED: ReadonlySet<DifferenceWords["property"]> = new Set(["weight", "length", "width", "height"])

/** In what a substitute is another article, in one sentence: "Material: brass instead of steel". */
export function differenceText(locale: Locale, { property, name, asked, offered }: DifferenceWords): string {
  const said = (value: string) => (COUNTED.has(property) && Number.isInteger(Number(value)) ? formatCount(locale, Number(value)) : value)
  const values = { asked: said(asked), offered: said(offered) }
  return fill(PHRASEBOOKS[locale].differs[property], property === "option" ? { ...values, name: name ?? "" } : values)
}
