/**
 * What goes into a decision and what comes out of it. The engine knows nothing else: no clock, no database, no Medusa.
 * All prices are net. All money is an integer of 1/10,000 of the currency's major unit ("units" in this folder).
 */
export type * from "./money"
export type * from "./policy"
export type * from "./facts"
export type * from "./state"
export type * from "./decision"
