import type { MedusaContainer } from "@medusajs/framework/types"
import { AGREEMENT_LIVE } from "../../modules/negotiation/sql/agreements"
import { CONCESSION_LIVE } from "../../modules/negotiation/sql/concessions"
import { companiesBoughtFor } from "../company/buyers-companies"
import { databaseOf } from "../database"

/** A concession of a buyer's that the promotion `promotion_id` carries. */
export interface OfferedConcession {
  readonly concession_id: string
  readonly agreement_id: string
  readonly company_id: string
  readonly promotion_id: string
  readonly code: string
  /** The term it hangs on; null where payment is no condition. */
  readonly payment_term: string | null
}

/** A promotion that is linked to a cart. */
export interface LinkedPromotion {
  readonly promotion_id: string
  readonly code: string
}

/** What agreements mean for a buyer's cart. */
export interface BuyerStanding {
  /** Whether the buyer has live agreements at all. */
  readonly holds: boolean
  /** Whose cart it is; null for a guest's, and where there is no cart yet. */
  readonly owner_id: string | null
  /** Live concessions for the cart's region and for what is in it, whatever the chosen term. */
  readonly concessions: readonly OfferedConcession[]
  readonly linked: readonly LinkedPromotion[]
  /** How the buyer means to pay; null for no term in particular. */
  readonly payment_term: string | null
}

/** Which cart is asked about. */
export interface StandingQuery {
  readonly customer_id: string
  /** Null where the cart is yet to be made. */
  readonly cart_id: string | null
  /** The region it will have, where the request says so; undefined for the cart's own. */
  readonly region_id?: string | undefined
  /** Variants that the request brings into it. */
  readonly variant_ids?: readonly string[]
}

const standingSql = (companies: string) => `
  WITH company AS (${companies}), held AS (
    SELECT a.id FROM negotiation_agreement a WHERE a.company_id IN (SELECT id FROM company) AND a.deleted_at IS NULL
      AND (a.shared OR a.customer_id = :customer) AND ${AGREEMENT_LIVE}
  ), place AS (
    SELECT coalesce(:region, (SELECT region_id FROM cart WHERE id = :cart AND deleted_at IS NULL)) AS region_id
  )
  SELECT EXISTS (SELECT 1 FROM held) AS holds,
    (SELECT customer_id FROM cart WHERE id = :cart AND deleted_at IS NULL) AS owner_id,
    coalesce((SELECT json_agg(json_build_object('concession_id', k.id, 'agreement_id', k.agreement_id, 'company_id', a.company_id, 'promotion_id', k.promotion_id,
        'code', k.promotion_code, 'payment_term', k.payment_term) ORDER BY k.id)
      FROM held JOIN negotiation_agreement a ON a.id = held.id
      JOIN negotiation_concession k ON k.agreement_id = a.id AND k.deleted_at IS NULL AND k.promotion_id IS NOT NULL
      LEFT JOIN negotiation_agreement_line l ON l.id = k.agreement_line_id AND l.deleted_at IS NULL
      WHERE ${CONCESSION_LIVE} AND ((SELECT region_id FROM place) IS NULL OR a.region_id = (SELECT region_id FROM place))
        AND (k.variant_id IS NULL OR k.variant_id = ANY(:variants)
          OR k.variant_id IN (SELECT variant_id FROM cart_line_item WHERE cart_id = :cart AND deleted_at IS NULL))), '[]') AS concessions,
    coalesce((SELECT json_agg(json_build_object('promotion_id', p.id, 'code', p.code)) FROM cart_promotion cp
      JOIN promotion p ON p.id = cp.promotion_id AND p.deleted_at IS NULL
      WHERE cp.cart_id = :cart AND cp.deleted_at IS NULL), '[]') AS linked,
    (SELECT n.payment_term FROM negotiation_cart n WHERE n.cart_id = :cart AND n.customer_id = :customer AND n.deleted_at IS NULL
      AND n.company_id IN (SELECT id FROM company) AND n.payment_term IS NOT NULL ORDER BY n.updated_at DESC LIMIT 1) AS payment_term`

/**
 * Reads what agreements mean for a buyer's cart, in one indexed statement: it runs before every change of a cart by somebody
 * who is logged in, and must cost those without agreements next to nothing. With option `resolveCompany` the store's own
 * module is asked for the company first.
 */
export async function readStanding(container: MedusaContainer, query: StandingQuery): Promise<BuyerStanding> {
  const companies = await companiesBoughtFor(container, query.customer_id)
  const bindings = { customer: query.customer_id, cart: query.cart_id, region: query.region_id ?? null, variants: [...(query.variant_ids ?? [])] }
  const { rows } = await databaseOf(container).raw<BuyerStanding>(standingSql(companies.sql), { ...companies.bindings, ...bindings })
  const [standing] = rows
  if (!standing) throw new Error("The question for a buyer's standing has no answer")
  return standing
}

/** The concessions that may come into the cart now: those that hang on a term only while it is the chosen one. */
export function wantedConcessions(standing: BuyerStanding): OfferedConcession[] {
  return standing.concessions.filter(({ payment_term }) => payment_term === null || payment_term === standing.payment_term)
}
