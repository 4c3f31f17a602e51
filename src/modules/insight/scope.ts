/** Whose purchases: those made for a company, or those a customer made for nobody but themselves. */
export type PurchaseScope =
  | { readonly company_id: string; readonly customer_id?: never }
  | { readonly customer_id: string; readonly company_id?: never }

/**
 * Whose purchases count for who negotiates; takes a resolved company or a stored company row. A customer alone is asked
 * for by customer: they bought before they first negotiated, when no row could be named on the purchase.
 */
export function purchaseScope(company: { readonly id: string | null; readonly key: string; readonly customer_id: string | null }): PurchaseScope {
  if (company.id === null || company.key === company.customer_id) return { customer_id: company.customer_id ?? company.key }
  return { company_id: company.id }
}
