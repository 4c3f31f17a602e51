/**
 * A customer group became a company, or a company got another group: its buyers' past orders are to be read. Payload
 * {@link CompanyChangedPayload}. Emit it after the row is stored; the reading happens in the background.
 */
export const COMPANY_CHANGED_EVENT = "negotiation.company_changed"

/** What subscribers of {@link COMPANY_CHANGED_EVENT} receive. */
export interface CompanyChangedPayload {
  /** The company, `ncom_…`. */
  readonly id: string
}
