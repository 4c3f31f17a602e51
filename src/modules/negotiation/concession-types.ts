import type { ConcessionKind, ConcessionTarget } from "../../contract"

/** A concession with what its agreement and its company say: all a promotion needs that carries it. */
export interface ConcessionView {
  readonly id: string
  readonly agreement_id: string
  readonly company_id: string
  readonly kind: ConcessionKind
  readonly target: ConcessionTarget
  /** Percent off, or null where a sum is taken off. */
  readonly percent: number | null
  /** Sum off in `currency_code`, major units, or null where a share is taken off. */
  readonly amount: number | null
  readonly shipping_option_id: string | null
  readonly payment_term: string | null
  /** Net, before discounts; null where the size of the cart is no condition. */
  readonly min_subtotal: number | null
  /** The agreed goods it is taken off; null for the whole cart or its freight. */
  readonly variant_id: string | null
  readonly min_quantity: number | null
  readonly promotion_id: string | null
  readonly promotion_code: string | null
  readonly customer_id: string
  readonly customer_group_id: string | null
  readonly region_id: string
  readonly currency_code: string
  /** False: for `customer_id` alone. */
  readonly shared: boolean
  readonly is_tax_inclusive: boolean
  /** True while its agreement, and the line it hangs on, give their price. */
  readonly live: boolean
}

/** The promotion that carries a concession from now on; null for none. */
export interface CarriedBy {
  readonly concession_id: string
  readonly promotion: { readonly id: string; readonly code: string } | null
  /** The promotion it must still have for this to happen. */
  readonly replaces: string | null
}

/** How a buyer means to pay for a cart. */
export interface ChosenTerm {
  readonly cart_id: string
  readonly company_id: string
  readonly customer_id: string
  readonly payment_term: string | null
}
