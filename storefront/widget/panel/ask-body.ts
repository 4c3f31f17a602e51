import type { CompetingOffer, PriceRequest, RequestContext } from "../../client"

/** What the ask form holds, as typed. Kept over a reload. */
export interface AskDraft {
  readonly price?: string
  readonly quantity?: string
  readonly purpose?: string
  readonly annual_volume?: string
  readonly needed_by?: string
  readonly competitor?: string
  readonly competing_price?: string
  readonly competing_quantity?: string
  readonly competing_until?: string
  readonly message?: string
}

/** What is asked about: a line of the cart, or all of it. */
export interface AskTarget {
  readonly cart_id: string
  /** Null for the whole cart. */
  readonly line_item_id: string | null
  /** What the buyer pays now: per piece, or for everything. */
  readonly pays_now: number
}

/** Fields of the form that are wrong, and why. */
export type AskFaults = Partial<Record<keyof AskDraft, "price_needed" | "price_too_high" | "quantity_needed" | "competitor_needed">>

/** A draft as a request, or what is wrong with it. */
export type AskResult = { readonly ok: true; readonly body: PriceRequest } | { readonly ok: false; readonly faults: AskFaults }

const text = (value: string | undefined): string | undefined => value?.trim() || undefined
const number = (value: string | undefined): number | undefined => (text(value) === undefined ? undefined : Number(value))
const isPieces = (value: number | undefined): boolean => value === undefined || value >= 1

/** Reads pieces as the buyer's language writes them; NaN for what are none. */
type ReadPieces = (text: string) => number
const piecesOf = (value: string | undefined, read: ReadPieces): number | undefined => (text(value) === undefined ? undefined : read(value ?? ""))

/** An object without the fields that are not given. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }
}

function faultsOf(draft: AskDraft, target: AskTarget, read: ReadPieces, fileId: string | null): AskFaults {
  const price = number(draft.price)
  const competing = number(draft.competing_price)
  const named = text(draft.competitor) !== undefined
  const claims = fileId !== null || named || competing !== undefined || text(draft.competing_quantity) !== undefined || text(draft.competing_until) !== undefined
  return given({
    price: price === undefined || !(price > 0) ? ("price_needed" as const) : price >= target.pays_now ? ("price_too_high" as const) : undefined,
    quantity: isPieces(piecesOf(draft.quantity, read)) ? undefined : ("quantity_needed" as const),
    annual_volume: isPieces(piecesOf(draft.annual_volume, read)) ? undefined : ("quantity_needed" as const),
    competing_quantity: isPieces(piecesOf(draft.competing_quantity, read)) ? undefined : ("quantity_needed" as const),
    competitor: claims && !(named && competing !== undefined && competing > 0) ? ("competitor_needed" as const) : undefined,
  })
}

function competingOffer(draft: AskDraft, read: ReadPieces, fileId: string | null): CompetingOffer | undefined {
  const competitor = text(draft.competitor)
  const unit_price = number(draft.competing_price)
  if (competitor === undefined || unit_price === undefined) return undefined
  return { competitor, unit_price, ...given({ quantity: piecesOf(draft.competing_quantity, read), valid_until: text(draft.competing_until), file_id: fileId ?? undefined }) }
}

/** Makes the request of what was typed, with pieces read as the buyer's language writes them. The store judges it again. */
export function askBody(draft: AskDraft, target: AskTarget, read: ReadPieces, fileId: string | null = null): AskResult {
  const faults = faultsOf(draft, target, read, fileId)
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const price = Number(draft.price)
  const context: RequestContext = given({ purpose: text(draft.purpose), annual_volume: piecesOf(draft.annual_volume, read), needed_by: text(draft.needed_by) })
  const rest = given({ context: Object.keys(context).length > 0 ? context : undefined, message: text(draft.message) })
  const { cart_id, line_item_id } = target
  if (line_item_id === null) return { ok: true, body: { cart_id, target_total: price, ...rest } }
  const line = { line_item_id, target_unit_price: price, ...given({ quantity: piecesOf(draft.quantity, read), competing_offer: competingOffer(draft, read, fileId) }) }
  return { ok: true, body: { cart_id, lines: [line], ...rest } }
}
