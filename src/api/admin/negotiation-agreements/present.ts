import type { AdminAgreement } from "../../../contract"
import type { AgreementRow } from "../../../modules/negotiation/queries"
import { iso, storeAgreement, storeAgreementLine } from "../../agreement-view"

/** An agreement as the merchant sees it: the buyer's view, whose it is, and what became of it. */
export function adminAgreement({ agreement, company_name, display_id, customer_email }: AgreementRow): AdminAgreement {
  const { company_id, customer_id, max_orders, orders, ended_reason, shared, promotion_stacking } = agreement
  return {
    ...storeAgreement(agreement),
    lines: agreement.lines.map((line) => ({ ...storeAgreementLine(line), bought_quantity: line.bought_quantity, max_quantity: line.max_quantity })),
    ...{ company_id, company_name, display_id, customer_id, customer_email, max_orders, orders, ended_reason, shared, promotion_stacking },
    valid_from: iso(agreement.valid_from),
    ended_at: agreement.ended_at === null ? null : iso(agreement.ended_at),
    created_at: iso(agreement.created_at),
    flags: (agreement.flags ?? []).map((flag) => ({ ...flag })),
  }
}
