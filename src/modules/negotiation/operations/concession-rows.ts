import { generateEntityId } from "@medusajs/framework/utils"
import type { ConcessionTerms } from "../../../contract"
import type { AgreementDraft } from "../case-types"
import { amountColumns, type Row } from "../sql/rows"

interface AgreedLine {
  readonly id: string
  readonly variant_id: string
  readonly min_quantity: number
}

/** On agreed goods: one row per agreed line, each with its own quantity. Otherwise one row for the cart. */
function linesOf(terms: ConcessionTerms, lines: readonly AgreedLine[]): readonly (AgreedLine | null)[] {
  const onGoods = terms.kind === "payment_term" || (terms.kind === "freight" && terms.on === "goods")
  return onGoods ? lines : [null]
}

/** What saves the seller a sum an order is taken off the pieces it was reckoned on, which are those of the agreed line. */
function mostPieces(terms: ConcessionTerms, line: AgreedLine | null): number | null {
  return terms.kind === "freight" && terms.offered_only === true ? (line?.min_quantity ?? null) : null
}

/** The rows of an agreement's concessions. */
export function concessionRows(
  draft: Pick<AgreementDraft, "concessions">,
  lines: readonly AgreedLine[],
  owner: { readonly agreement_id: string; readonly company_id: string }
): Row[] {
  return draft.concessions.flatMap((terms) =>
    linesOf(terms, lines).map((line) => ({
      id: generateEntityId(undefined, "ncon"),
      ...owner,
      kind: terms.kind,
      target: terms.kind === "freight" ? terms.on : "goods",
      shipping_option_id: terms.kind === "freight" ? terms.shipping_option_id : null,
      payment_term: terms.kind === "payment_term" ? terms.payment_term : null,
      agreement_line_id: line?.id ?? null,
      variant_id: line?.variant_id ?? null,
      min_quantity: line?.min_quantity ?? null,
      max_quantity: mostPieces(terms, line),
      ...amountColumns("percent", terms.percent ?? null),
      ...amountColumns("amount", terms.kind === "basket" ? (terms.amount ?? null) : null),
      ...amountColumns("min_subtotal", terms.kind === "basket" ? terms.min_subtotal : null),
    }))
  )
}
