import type { AgreementStatus } from "../../../contract"
import { containing, type Bindings } from "./sql"

/** Which agreements are wanted; what is left out lets every one through. */
export interface AgreementFilters {
  readonly ids?: readonly string[]
  readonly statuses?: readonly AgreementStatus[]
  readonly company_id?: string
  readonly variant_id?: string
  /** True: something on it is flagged for a person. */
  readonly flagged?: boolean
  /** Active ones that end before this moment, by their date or as announced. */
  readonly ends_before?: Date
  /** Part of the company's name, or the number of the case (with or without #). */
  readonly q?: string
}

const HOLDS_VARIANT = `EXISTS (SELECT 1 FROM negotiation_agreement_line l
  WHERE l.agreement_id = a.id AND l.variant_id = :variant_id AND l.deleted_at IS NULL)`

/** The words of the index on flagged agreements come first, so that it is used. */
const FLAGGED = "(a.flags IS NOT NULL AND jsonb_typeof(a.flags) = 'array' AND a.flags <> '[]')"

/** Each end has an index of its own. */
const ENDING = `(a.status = 'active' AND (a.valid_until < :ends_before OR (a.revoke_at IS NOT NULL AND a.revoke_at < :ends_before)))`

/** One branch per column, so that each can use an index of its own. A company's name may have changed since the case. */
const BY_NAME = `(a.company_id IN (SELECT id FROM negotiation_company WHERE name ILIKE :pattern AND deleted_at IS NULL)
  OR a.negotiation_id IN (SELECT id FROM negotiation WHERE company_name ILIKE :pattern AND deleted_at IS NULL))`
const BY_NUMBER = "a.negotiation_id IN (SELECT id FROM negotiation WHERE display_id = :display_id AND deleted_at IS NULL)"

/** Nine digits always fit into a Postgres integer. */
const NUMBER = /^#?(\d{1,9})$/

function search(text: string): { sql: string; bindings: Bindings } {
  const digits = NUMBER.exec(text)?.[1]
  if (digits === undefined) return { sql: BY_NAME, bindings: { pattern: containing(text) } }
  const display_id = Number(digits)
  if (text.startsWith("#")) return { sql: BY_NUMBER, bindings: { display_id } }
  return { sql: `(${BY_NAME} OR ${BY_NUMBER})`, bindings: { pattern: containing(text), display_id } }
}

/** The filters as one condition on `negotiation_agreement a` and the values it is bound to. */
export function agreementConditions(filters: AgreementFilters): { where: string; bindings: Bindings } {
  const { ids, statuses, company_id, variant_id, flagged, ends_before } = filters
  const text = filters.q?.trim()
  const found = text ? search(text) : undefined
  const where = [
    "a.deleted_at IS NULL",
    ...(ids === undefined ? [] : ["a.id = ANY(:ids)"]),
    ...(statuses === undefined ? [] : ["a.status = ANY(:statuses)"]),
    ...(company_id === undefined ? [] : ["a.company_id = :company_id"]),
    ...(variant_id === undefined ? [] : [HOLDS_VARIANT]),
    ...(flagged === undefined ? [] : [flagged ? FLAGGED : `NOT coalesce(${FLAGGED}, false)`]),
    ...(ends_before === undefined ? [] : [ENDING]),
    ...(found === undefined ? [] : [found.sql]),
  ].join(" AND ")
  return { where, bindings: { ids, statuses, company_id, variant_id, ends_before, ...found?.bindings } }
}
