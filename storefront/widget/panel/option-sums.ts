import type { StoreNegotiation, StoreOption } from "../../client"

/** Pieces an option asks for beyond those the buyer asked about. */
export function extraPieces({ lines }: Pick<StoreNegotiation, "lines">, option: StoreOption): number {
  return option.lines.reduce((all, line) => all + Math.max(0, line.quantity - (lines.find((each) => each.id === line.line_id)?.quantity ?? line.quantity)), 0)
}

/** What a piece costs on average under an option, with what is taken off. */
export function averagePrice(option: StoreOption): number {
  const pieces = option.lines.reduce((all, line) => all + line.quantity, 0)
  return pieces === 0 ? 0 : option.overall_cost.goods / pieces
}
