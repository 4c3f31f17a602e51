import type { StoreAgreement, StoreConcession } from "../contract"
import type { AgreementRecord, ConcessionRecord } from "../modules/negotiation/case-records"

/** A moment as the contract writes it. */
export const iso = (time: string): string => new Date(time).toISOString()

const numberOrNull = (amount: number | null) => (amount === null ? null : Number(amount))

/** A concession as the buyer sees it. */
function storeConcession(concession: ConcessionRecord): StoreConcession {
  const { id, kind, target, percent, amount, shipping_option_id, payment_term, min_subtotal, max_quantity } = concession
  return {
    ...{ id, kind, on: target, shipping_option_id, payment_term, max_quantity },
    percent: numberOrNull(percent),
    amount: numberOrNull(amount),
    min_subtotal: numberOrNull(min_subtotal),
  }
}

function commitmentOf(line: AgreementRecord["lines"][number]): StoreAgreement["lines"][number]["commitment"] {
  const { committed_quantity: promised, fulfilled_quantity: bought } = line
  return promised === null ? null : { promised, bought, open: Math.max(0, promised - bought) }
}

/** One agreed price as the buyer sees it. */
export function storeAgreementLine(line: AgreementRecord["lines"][number]): StoreAgreement["lines"][number] {
  return {
    variant_id: line.variant_id,
    title: line.title,
    min_quantity: line.min_quantity,
    unit_price: Number(line.unit_price),
    remaining_quantity: line.remaining_quantity,
    valid_until: line.valid_until === null ? null : iso(line.valid_until),
    commitment: commitmentOf(line),
  }
}

/** An agreement as the buyer sees it. */
export function storeAgreement(agreement: AgreementRecord): StoreAgreement {
  return {
    id: agreement.id,
    negotiation_id: agreement.negotiation_id,
    status: agreement.status,
    currency_code: agreement.currency_code,
    region_id: agreement.region_id,
    valid_until: iso(agreement.valid_until),
    is_tax_inclusive: agreement.is_tax_inclusive,
    orders_left: agreement.max_orders === null ? null : Math.max(0, agreement.max_orders - agreement.orders),
    ends_at: agreement.revoke_at === null ? null : iso(agreement.revoke_at),
    concessions: agreement.concessions.map(storeConcession),
    lines: agreement.lines.map(storeAgreementLine),
  }
}
