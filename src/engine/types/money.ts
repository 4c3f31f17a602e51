declare const brand: unique symbol
type Branded<Name extends string> = number & { readonly [brand]: Name }

/** A price per piece, net, in units (1/10,000 major unit). A safe integer, never negative. */
export type UnitPrice = Branded<"UnitPrice">

/** A sum of money, net, in units (1/10,000 major unit). A safe integer; negative only for losses. */
export type Money = Branded<"Money">

/** Pieces. A safe integer, at least 1. */
export type Quantity = Branded<"Quantity">

/** A share in basis points: 10,000 is the whole. */
export type BasisPoints = Branded<"BasisPoints">
