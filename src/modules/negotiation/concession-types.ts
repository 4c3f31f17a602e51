import type { ConcessionRecord } from "./case-records"

/** A concession with what its agreement and its company say: all a promotion needs that carries it. Sums are in `currency_code`. */
export interface ConcessionView extends Omit<ConcessionRecord, "agreement_line_id"> {
  readonly customer_id: string
  readonly customer_group_id: string | null
  readonly region_id: string
  readonly currency_code: string
  /** False: for `customer_id` alone. */
  readonly shared: boolean
  readonly is_tax_inclusive: boolean
  /** Pieces of the line it hangs on that may still be bought as agreed; null for any number, or no line. */
  readonly remaining_quantity: number | null
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
  /** The company whose agreement names the term; of no meaning where none is chosen. */
  readonly company_id: string
  readonly customer_id: string
  readonly payment_term: string | null
}
