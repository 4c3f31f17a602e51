import { iso } from "./agreement-view"
import type { OptionRecord } from "../modules/negotiation/case-records"
import type { OptionTerms } from "../modules/negotiation/case-types"
import type { ConcessionWords, OptionLineWords, OptionWords } from "../phrases"
import { concessionOf, effectiveUnitPrice } from "../workflows/case/decide/effective-price"

/** What an option's concessions are called; a shipping option or term that had no name then goes by its id. */
function concessionWords({ concessions, names }: OptionTerms): ConcessionWords[] {
  return concessions.map((concession): ConcessionWords => {
    switch (concession.kind) {
      case "freight":
        return { ...concession, delivery: names?.shipping_options[concession.shipping_option_id] ?? concession.shipping_option_id }
      case "payment_term":
        return { ...concession, days: names?.payment_days[concession.payment_term] ?? 0 }
      case "basket":
        return concession
    }
  })
}

/** What belongs to an option beside its prices, in the words of the phrases; nothing for prices alone. */
function termsWords(terms: OptionTerms | null): Pick<OptionWords, "max_orders" | "concessions"> {
  return terms ? { max_orders: terms.max_orders ?? undefined, concessions: concessionWords(terms) } : {}
}

/** What one line of an option may and has to take, in the words of the phrases. */
function limitWords(terms: OptionTerms | null, line_id: string): Pick<OptionLineWords, "max_quantity" | "committed_quantity"> {
  const limits = terms?.lines.find((line) => line.line_id === line_id)
  return { max_quantity: limits?.max_quantity ?? undefined, committed_quantity: limits?.committed_quantity ?? undefined }
}

/** The shipping option or payment term an option hangs on, where it carries one such concession. */
export function conditionIds(terms: OptionTerms | null): { shipping_option_id?: string; payment_term?: string } {
  const freight = terms?.concessions.filter((concession) => concession.kind === "freight") ?? []
  const payment = terms?.concessions.filter((concession) => concession.kind === "payment_term") ?? []
  return {
    ...(freight.length === 1 && freight[0] ? { shipping_option_id: freight[0].shipping_option_id } : {}),
    ...(payment.length === 1 && payment[0] ? { payment_term: payment[0].payment_term } : {}),
  }
}

/** What the shipping option of {@link conditionIds} was called when it was offered, where it had a name. */
export function deliveryName(terms: OptionTerms | null): { shipping_option_name?: string } {
  const name = terms?.names?.shipping_options[conditionIds(terms).shipping_option_id ?? ""]
  return name === undefined ? {} : { shipping_option_name: name }
}

/** What a line's article is called and costs in the end: the substitute's own title where one stands in. */
function articleWords(
  option: Pick<OptionRecord, "terms" | "detail">,
  asked: string,
  unit_price: number
): Pick<OptionLineWords, "title" | "replaces" | "effective_unit_price"> {
  const concession = concessionOf(option.terms)
  const substitute = option.detail?.substitute ?? null
  return {
    ...(substitute === null ? { title: asked } : { title: substitute.title, replaces: asked }),
    effective_unit_price: concession ? effectiveUnitPrice(unit_price, concession.percent) : undefined,
  }
}

/** A case as far as the words of its options need it. Amounts may still be text, as the database keeps them. */
interface WordedCase {
  readonly currency_code: string
  readonly lines: readonly { readonly id: string; readonly title: string; readonly quantity: number; readonly current_unit_price: number | string }[]
}

interface WordedOption extends Pick<OptionRecord, "kind" | "terms" | "detail"> {
  readonly lines: readonly { readonly line_id: string; readonly quantity: number; readonly unit_price: number | string; readonly cheaper_from?: number | undefined }[]
}

/** An option in the words of the phrases. */
export function optionWords(of: WordedCase, offer: { readonly agreement_days: number; readonly expires_at: string }, option: WordedOption): OptionWords {
  return {
    kind: option.kind,
    currency_code: of.currency_code,
    agreement_days: offer.agreement_days,
    valid_until: iso(offer.expires_at),
    ...termsWords(option.terms),
    lines: option.lines.map((line) => {
      const asked = of.lines.find((each) => each.id === line.line_id)
      const unit_price = Number(line.unit_price)
      return {
        ...articleWords(option, asked?.title ?? "", unit_price),
        asked_quantity: asked?.quantity ?? line.quantity,
        quantity: line.quantity,
        unit_price,
        current_unit_price: Number(asked?.current_unit_price ?? unit_price),
        cheaper_from: line.cheaper_from,
        ...limitWords(option.terms, line.line_id),
      }
    }),
  }
}
