import type { CaseRecord } from "../../modules/negotiation/case-records"
import type { AgreementDraft, PricedLine } from "../../modules/negotiation/case-types"

/** The lines of an agreement: the accepted prices, from the accepted quantities on. */
export function agreedLines(record: CaseRecord, accepted: readonly PricedLine[]): AgreementDraft["lines"] {
  return accepted.map((line) => ({
    line_id: line.line_id,
    variant_id: line.variant_id,
    title: record.lines.find((each) => each.id === line.line_id)?.title ?? "",
    min_quantity: line.quantity,
    unit_price: Number(line.unit_price),
  }))
}
