import type { StandingOption } from "../../../engine"
import type { OptionRecord } from "../../../modules/negotiation/case-records"
import type { OptionDraft } from "../../../modules/negotiation/case-types"
import type { GatheredFacts } from "../facts/gather"
import { netUnits } from "../tax/shown-prices"
import { withCheaperFrom } from "./cheaper-from"
import { currentTotal, totalOf } from "./totals"

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

/** An option of another kind than the engine composes: it can be met, but never said anew without what belongs to it. */
const WITH_TERMS = "with_terms"

/** Options in terms of the present case: an option stands only where every one of its lines is asked for again. */
export function optionsInCase(options: readonly OptionRecord[], lineOf: LineOf): StandingRecord[] {
  return options.flatMap((option) => {
    const ids = new Map(option.lines.map((line) => [line.line_id, lineOf(line)]))
    if ([...ids.values()].includes(null)) return []
    const idOf = (line_id: string) => ids.get(line_id) ?? line_id
    const lines = option.lines.map((line) => ({ ...line, line_id: idOf(line.line_id) }))
    const terms = option.terms && { ...option.terms, lines: option.terms.lines.map((line) => ({ ...line, line_id: idOf(line.line_id) })) }
    return [{ ...option, lines, terms }]
  })
}

/** Options that stand, in the engine's words: net. */
export function engineOptions(gathered: GatheredFacts, standing: StandingOffer): StandingOption[] {
  return standing.options.map((option) => ({
    option_id: option.id,
    kind: option.terms === null ? option.kind : WITH_TERMS,
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
  return options.map(({ kind, lines, terms, contribution, margin_bps }) => {
    const priced = lines.map(({ line_id, variant_id, quantity, unit_price }) => ({ line_id, variant_id, quantity, unit_price: Number(unit_price) }))
    const saving = Math.round((currentTotal(gathered, priced) - totalOf(priced)) * 10_000) / 10_000
    return {
      kind,
      lines: withCheaperFrom(gathered, priced),
      terms,
      saving_total: saving,
      contribution: contribution === null ? null : Number(contribution),
      margin_bps,
    }
  })
}
