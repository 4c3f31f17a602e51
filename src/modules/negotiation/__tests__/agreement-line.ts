import type { AgreementLineView } from "../agreement-types"

/** A live agreed price to test with: 110 for 100 pieces or more, for company `ncom_1`, without an end; `more` says what differs. */
export function agreementLine(more: Partial<AgreementLineView> = {}): AgreementLineView {
  return {
    id: "nagl_1", agreement_id: "nagr_1", negotiation_id: "neg_1", company_id: "ncom_1", customer_id: "cus_1", region_id: "reg_us",
    currency_code: "usd", status: "active", line_id: "nline_1", variant_id: "v1", title: "Part", min_quantity: 100, unit_price: 110,
    shared: true, is_tax_inclusive: false, promotion_stacking: "none", committed_quantity: null, bought_quantity: 0, fulfilled_quantity: 0, line_valid_until: null,
    remaining_quantity: null, max_orders: null, orders: 0, price_ids: [], valid_from: new Date(0), valid_until: new Date(9e12), revoke_at: null, live: true, ...more,
  }
}
