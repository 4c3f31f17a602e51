import type { PolicyTerms } from "../../contract"
import type { CaseRecord, OptionRecord } from "../../modules/negotiation/case-records"
import type { AgreementDraft, OptionTerms, PricedLine } from "../../modules/negotiation/case-types"

/** A case's lines as an accepted option calls them: a substitute by its own title. */
export function titledLines(
  lines: readonly { readonly id: string; readonly title: string }[],
  option: Pick<OptionRecord, "lines" | "detail">
): { id: string; title: string }[] {
  const substitute = option.detail?.substitute ?? null
  return lines.map(({ id, title }) => {
    const offered = option.lines.find((line) => line.line_id === id)
    return { id, title: substitute !== null && offered?.variant_id === substitute.variant_id ? substitute.title : title }
  })
}

/** The lines of an agreement: the accepted prices, from the accepted quantities on, with the limits that came with them. */
export function agreedLines(
  titled: readonly { readonly id: string; readonly title: string }[],
  accepted: readonly PricedLine[],
  terms: OptionTerms | null = null
): AgreementDraft["lines"] {
  return accepted.map((line) => {
    const limits = terms?.lines.find((each) => each.line_id === line.line_id)
    return {
      line_id: line.line_id,
      variant_id: line.variant_id,
      title: titled.find((each) => each.id === line.line_id)?.title ?? "",
      min_quantity: line.quantity,
      unit_price: Number(line.unit_price),
      max_quantity: limits?.max_quantity ?? null,
      committed_quantity: limits?.committed_quantity ?? null,
    }
  })
}

/**
 * What an agreement takes over from its policy, its company and its case. Prices reach a company's other buyers through its
 * customer group: where it has none, an agreement is its buyer's alone whatever the settings say.
 */
export function agreementFrame(
  policy: PolicyTerms,
  company: { readonly shares_agreements: boolean; readonly customer_group_id: string | null },
  negotiation: Pick<CaseRecord["negotiation"], "is_tax_inclusive">
): Pick<AgreementDraft, "promotion_stacking" | "is_tax_inclusive" | "shared"> {
  return {
    promotion_stacking: policy.promotion_stacking,
    is_tax_inclusive: negotiation.is_tax_inclusive,
    shared: company.shares_agreements && company.customer_group_id !== null,
  }
}
