import { keep } from "../../widget/base/storage"

/** Has the cart's widget open with what is about to be asked for a line already in its form: as after a reload in the middle of it. */
export function prepareAsk(cartId: string, lineId: string, { price, quantity }: { readonly price: number; readonly quantity: number }): void {
  keep(`draft:${cartId}:${lineId}`, { price: String(price), quantity: String(quantity) })
  keep(`shown:${cartId}:`, { lineId, negotiationId: "" })
}
