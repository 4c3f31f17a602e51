import { ownPrice, type Catalogue, type Currency } from "./catalogue"

/** People with a login. Anna and Tom buy for Acme, Ingrid for Borealis, Solo for nobody but himself. */
export const BUYERS = ["anna", "tom", "ingrid", "solo"] as const
/** One of {@link BUYERS}. */
export type Buyer = (typeof BUYERS)[number]
/** Somebody in front of the shop. */
export type Actor = Buyer | "guest"
/** Who can agree on a price: a company, or a buyer without one. */
export const PARTIES = ["acme", "borealis", "solo"] as const
/** One of {@link PARTIES}. */
export type Party = (typeof PARTIES)[number]

/** Somebody may pay a price: for one variant, in one region, from a quantity on. */
export interface Deal {
  readonly agreement: string
  readonly party: Party
  readonly variant: number
  readonly region: Currency
  readonly from: number
  readonly amount: number
  /** The one buyer it is for; null for everybody of the party. */
  readonly only: Buyer | null
  /** Pieces that may still be bought at it; null for any number. */
  left: number | null
  /** Percent that come off beside it where the slower freight is chosen, and the code they come off by; null for none. */
  readonly freight: { readonly percent: number; code: string } | null
}

/** An agreement's life. `lapsed`: its time is over and entitles nobody, though the job that ends it has not run yet. */
export interface Life {
  status: "live" | "lapsed" | "ended"
  readonly max_orders: number | null
  orders: number
  /** Whether it ended because it was bought up: a cancelled order then brings it back. */
  used_up: boolean
}

/** A cart's line and what it was last priced at. `agreed`: that price came from a deal; else it is the buyer's own. */
export interface Line {
  readonly id: string
  readonly variant: number
  quantity: number
  readonly split: boolean
  price: number
  agreed: boolean
  /**
   * What it may show instead: prices of agreements that lapsed and that the job has not ended yet. The store may show such a
   * price for a minute (until the job, or a price change, takes it away); it may never sell at it.
   */
  lapsed: readonly number[]
}

/** A cart. Medusa prices a line when it is touched, and all of them when the cart is refreshed: in between it keeps its price. */
export interface Cart {
  readonly id: string
  currency: Currency
  /** Whose customer it carries; null for nobody's, `stranger` for a guest with an e-mail nobody knows. */
  owner: Buyer | "stranger" | null
  lines: Line[]
  /** Where it goes to. */
  address: Currency | null
  /** The delivery that was chosen. */
  delivery: "road" | "slow" | null
  promotion: boolean
  order: string | null
  /** What its order bought at agreed prices, until that is cancelled. */
  bought: { deal: Deal | null; quantity: number }[]
}

/** A case on the table, as far as somebody may still act on it. */
export interface OpenCase {
  readonly id: string
  readonly buyer: Buyer
  readonly party: Party
}

/** Who may pay what at which quantity, and what the carts should therefore show. */
export interface Model {
  readonly catalogue: Catalogue
  readonly carts: Cart[]
  deals: Deal[]
  readonly lives: Map<string, Life>
  readonly cases: OpenCase[]
  /** Whether Tom still is one of Acme's buyers. */
  tomStays: boolean
  /** Comparisons made so far. */
  compared: number
  /** Every amount is new, so that two prices are never equal by chance. */
  amounts: number
}

/** Who a buyer buys for; null for guests, and for Tom while he has left. */
export function partyOf(model: Model, owner: Cart["owner"]): Party | null {
  if (owner === "anna") return "acme"
  if (owner === "tom") return model.tomStays ? "acme" : null
  if (owner === "ingrid") return "borealis"
  return owner === "solo" ? "solo" : null
}

const lifeOf = (model: Model, agreement: string): Life => {
  const life = model.lives.get(agreement)
  if (!life) throw new Error(`The model does not know agreement ${agreement}`)
  return life
}

/** Whether an agreement holds: the only thing that entitles to its price. */
export function isLive(model: Model, deal: Deal): boolean {
  return lifeOf(model, deal.agreement).status === "live"
}

/** Whether somebody's party holds any live agreement: then their carts are nobody else's to see. */
export function holdsLive(model: Model, owner: Cart["owner"]): boolean {
  const party = partyOf(model, owner)
  return party !== null && model.deals.some((deal) => deal.party === party && isLive(model, deal))
}

/** Whether somebody may look at a cart of a colleague's: nothing live was agreed for one of them alone. */
function mayLook(model: Model, cart: Cart, from: Actor): boolean {
  const party = partyOf(model, cart.owner)
  if (from === "guest" || party === null || partyOf(model, from) !== party) return false
  return !model.deals.some((deal) => deal.party === party && deal.only !== null && isLive(model, deal))
}

/** Whether a cart shows a live agreement's price, whoever its owner buys for by now. No two amounts are the same. */
function showsLive(model: Model, { currency, lines }: Cart): boolean {
  return lines.some((line) => model.deals.some((deal) => deal.variant === line.variant && deal.region === currency && deal.amount === line.price && isLive(model, deal)))
}

/** Whether a cart does not exist for somebody who wants to read it, or to do anything else with it. */
export function isHidden(model: Model, cart: Cart, from: Actor, to: "read" | "write"): boolean {
  const guarded = holdsLive(model, cart.owner) || showsLive(model, cart)
  return cart.owner !== null && cart.owner !== from && guarded && !(to === "read" && mayLook(model, cart, from))
}

/** The buyer's own price of a line now. */
export function ownPriceOf(model: Model, cart: Cart, line: Pick<Line, "variant" | "quantity">): number {
  return ownPrice(model.catalogue, partyOf(model, cart.owner), line.variant, cart.currency, line.quantity)
}

/** The deals of a cart's buyer that give a line a price, whatever became of them. */
function dealsFor(model: Model, cart: Cart, line: Pick<Line, "variant" | "quantity">): Deal[] {
  const party = partyOf(model, cart.owner)
  const { currency } = cart
  return model.deals
    .filter((deal) => deal.party === party && deal.variant === line.variant && deal.region === currency)
    .filter((deal) => deal.only === null || deal.only === cart.owner)
    .filter((deal) => deal.from <= line.quantity && line.quantity <= (deal.left ?? Infinity))
}

/** The concessions that come off a line of a cart now, whatever its price rests on; `sure`: no time has run out unnoticed. */
export function concededOn(model: Model, cart: Cart, line: Pick<Line, "variant" | "quantity">): { live: Deal[]; sure: boolean } {
  const deals = cart.delivery === "slow" ? dealsFor(model, cart, line).filter((deal) => deal.freight !== null) : []
  return { live: deals.filter((deal) => isLive(model, deal)), sure: deals.every((deal) => lifeOf(model, deal.agreement).status !== "lapsed") }
}

/** Whether a concession's code in a cart still stands for something: its agreement lives, and is its buyer's. */
export function isBacked(model: Model, cart: Cart, code: string): boolean {
  const party = partyOf(model, cart.owner)
  return model.deals.some((deal) => deal.freight?.code === code && isLive(model, deal) && deal.party === party && (deal.only === null || deal.only === cart.owner))
}

/** What a line costs when it is priced now, and whether that is an agreed price. */
export function priceNow(model: Model, cart: Cart, line: Pick<Line, "variant" | "quantity">): Pick<Line, "price" | "agreed" | "lapsed"> {
  const own = ownPriceOf(model, cart, line)
  const amounts = (status: Life["status"]) =>
    dealsFor(model, cart, line)
      .filter((deal) => lifeOf(model, deal.agreement).status === status)
      .map((deal) => deal.amount)
  const price = Math.min(own, ...amounts("live"))
  return { price, agreed: price < own, lapsed: amounts("lapsed").filter((amount) => amount < price) }
}

/** A line is priced. */
export function reprice(model: Model, cart: Cart, line: Line): void {
  Object.assign(line, priceNow(model, cart, line))
}

/** A cart is refreshed: every line is priced. */
export function refresh(model: Model, cart: Cart): void {
  for (const line of cart.lines) reprice(model, cart, line)
}

/** What a cart would buy at agreed prices: pieces, and the live deal behind them; null where none is behind them any more. */
export function boughtAtDeals(model: Model, cart: Cart): { deal: Deal | null; quantity: number }[] {
  return cart.lines
    .filter((line) => line.agreed && line.price < ownPriceOf(model, cart, line))
    .map((line) => ({
      quantity: line.quantity,
      deal: dealsFor(model, cart, line).find((deal) => deal.amount === line.price && isLive(model, deal)) ?? null,
    }))
}

/** Whether completing must be refused: a price rests on an agreement that holds no more, is no longer its buyer's, or has too little left. */
export function mustBeRefused(model: Model, cart: Cart): boolean {
  const bought = boughtAtDeals(model, cart)
  return bought.some(({ deal }) => {
    const pieces = bought.reduce((sum, each) => (each.deal === deal ? sum + each.quantity : sum), 0)
    return deal === null || pieces > (deal.left ?? Infinity)
  })
}

/** An agreement ended: nobody is entitled by it any more, and its prices are gone. Lines keep what they were priced at. */
export function endAgreement(model: Model, agreement: string): void {
  lifeOf(model, agreement).status = "ended"
}

const isUsedUp = (deal: Deal) => deal.left !== null && deal.left < Math.max(1, deal.from)

/** An order was placed: it counts, and an agreement of which no order or no piece is left ends. @returns which it counts on. */
export function countOrder(model: Model, bought: ReturnType<typeof boughtAtDeals>): string[] {
  const agreements = new Set<string>()
  for (const { deal, quantity } of bought) {
    if (!deal) continue
    agreements.add(deal.agreement)
    if (deal.left !== null) deal.left -= quantity
  }
  for (const agreement of agreements) {
    const life = lifeOf(model, agreement)
    life.orders += 1
    const allUsedUp = model.deals.filter((deal) => deal.agreement === agreement).every(isUsedUp)
    if (allUsedUp || (life.max_orders !== null && life.orders >= life.max_orders)) Object.assign(life, { status: "ended", used_up: true })
  }
  return [...agreements]
}

/** An order was cancelled: what it bought is given back, and an agreement that it had bought up holds again. @returns which those are. */
export function giveBack(model: Model, bought: Cart["bought"]): string[] {
  const agreements = new Set<string>()
  for (const { deal, quantity } of bought) {
    if (!deal) continue
    agreements.add(deal.agreement)
    if (deal.left !== null) deal.left += quantity
  }
  for (const agreement of agreements) {
    const life = lifeOf(model, agreement)
    life.orders -= 1
    if (life.used_up) Object.assign(life, { status: "live", used_up: false })
  }
  return [...agreements]
}

/** A new amount near a wanted one. Its last cents tell where it comes from, so that no two kinds of price are ever equal. */
export function newAmount(model: Model, wanted: number, kind: "catalogue" | "deal" | "ask"): number {
  model.amounts += 1
  const cents = { catalogue: 7, deal: 3, ask: 1 }[kind]
  return (Math.max(1, Math.floor(wanted)) * 100 + (model.amounts % 10) * 10 + cents) / 100
}
