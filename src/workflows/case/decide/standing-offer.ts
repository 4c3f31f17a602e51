import type { BasisPoints, OptionConcession, StandingOption } from "../../../engine"
import type { OptionRecord } from "../../../modules/negotiation/case-records"
import type { OptionDraft } from "../../../modules/negotiation/case-types"
import type { GatheredFacts } from "../facts/gather"
import { netUnits } from "../tax/shown-prices"
import { withCheaperFrom } from "./cheaper-from"
import { concessionOf } from "./effective-price"
import { savingOf } from "./lever-option"

/** Names the line of the present case an option's line is about; null where it is about none. */
export type LineOf = (line: { readonly line_id: string; readonly variant_id: string }) => string | null

/** An option that stands, with its lines as the present case names them. */
export type StandingRecord = OptionRecord

/** What stands for an ask: options that can be met or heard again, prices as they are shown. */
export interface StandingOffer {
  readonly options: readonly StandingRecord[]
  /** Days the price holds once one of them is taken; null where nothing stands. */
  readonly agreement_days: number | null
}

/** Nothing stands. */
export const NOTHING_STANDS: StandingOffer = { options: [], agreement_days: null }

/** A person's option with more than prices to it: it can be met, but never said anew without what belongs to it. */
const WITH_TERMS = "with_terms"

/** Options in terms of the present case: an option stands only where every one of its lines is asked for again. */
export function optionsInCase(options: readonly OptionRecord[], lineOf: LineOf): StandingRecord[] {
  return options.flatMap((option) => {
    // A substitute stands where the article it stands in for is asked for.
    const stands_for = option.detail?.substitute?.stands_for
    const ids = new Map(option.lines.map((line) => [line.line_id, lineOf(stands_for ? { ...line, variant_id: stands_for } : line)]))
    if ([...ids.values()].includes(null)) return []
    const idOf = (line_id: string) => ids.get(line_id) ?? line_id
    const lines = option.lines.map((line) => ({ ...line, line_id: idOf(line.line_id) }))
    const terms = option.terms && { ...option.terms, lines: option.terms.lines.map((line) => ({ ...line, line_id: idOf(line.line_id) })) }
    return [{ ...option, lines, terms }]
  })
}

const BPS_IN_PERCENT = 100

/** What an option of the engine's own takes off its prices, as the engine said it. */
function conceded({ detail, terms }: StandingRecord): OptionConcession | null {
  const concession = detail === null ? null : concessionOf(terms)
  return concession && { ...concession, percent: Math.round(concession.percent * BPS_IN_PERCENT) as BasisPoints }
}

/** Options that stand, in the engine's words: net. */
export function engineOptions(gathered: GatheredFacts, standing: StandingOffer): StandingOption[] {
  return standing.options.map((option) => ({
    option_id: option.id,
    kind: option.terms === null || option.detail !== null ? option.kind : WITH_TERMS,
    concession: conceded(option),
    lines: option.lines.map((line) => ({
      line_id: line.line_id,
      variant_id: line.variant_id,
      quantity: line.quantity,
      unit_price: netUnits(gathered, line.variant_id, Number(line.unit_price)),
    })),
  }))
}

/** What stands, to be said again word for word in a case that replaces the one it stood in. */
export function restated(gathered: GatheredFacts, { options }: StandingOffer): OptionDraft[] {
  return options.map(({ kind, lines, terms, detail, contribution, margin_bps }) => {
    const priced = lines.map(({ line_id, variant_id, quantity, unit_price }) => ({ line_id, variant_id, quantity, unit_price: Number(unit_price) }))
    return {
      kind,
      lines: withCheaperFrom(gathered, priced),
      terms,
      detail,
      // A person's concessions are left out of what is saved, as when they were offered.
      saving_total: savingOf(gathered, priced, detail === null ? null : terms),
      contribution: contribution === null ? null : Number(contribution),
      margin_bps,
    }
  })
}
