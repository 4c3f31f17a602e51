import fc from "fast-check"
import type { StoreAgreement, StoreNegotiation } from "../../../../src/contract"
import { command, count, one, openCarts, picked, pick, type Weighted } from "../command"
import { readCart } from "../compare"
import { Divergence, expectStatus } from "../divergence"
import type { Currency } from "../catalogue"
import { BUYERS, isLive, newAmount, partyOf, priceNow, refresh, type Buyer, type Cart, type Deal, type Line, type Model, type OpenCase, type Party } from "../model"
import type { World } from "../world"

const isBuyer = (owner: Cart["owner"]): owner is Buyer => BUYERS.some((buyer) => buyer === owner)

/** Lines somebody may ask a price for: in a cart of a buyer who belongs to somebody. */
const askable = (model: Readonly<Model>): { cart: Cart; line: Line; buyer: Buyer; party: Party }[] =>
  openCarts(model).flatMap((cart) => {
    const { owner } = cart
    const party = partyOf(model, owner)
    return party !== null && isBuyer(owner) ? cart.lines.map((line) => ({ cart, line, buyer: owner, party })) : []
  })

/**
 * Writes down what was agreed, as the store tells the buyer. An agreement may replace older ones, if it gives all they gave:
 * nobody is worse off for having agreed again.
 */
async function learn(model: Model, real: World, found: { buyer: Buyer; party: Party }, agreement: StoreAgreement): Promise<void> {
  const { buyer, party } = found
  const region = agreement.currency_code as Currency
  const before = model.deals.filter((deal) => deal.party === party && isLive(model, deal))
  model.lives.set(agreement.id, { status: "live", max_orders: null, orders: 0, used_up: false })
  for (const line of agreement.lines) {
    const variant = real.variants.indexOf(line.variant_id)
    const { min_quantity: from, unit_price: amount, remaining_quantity: left } = line
    model.deals.push({ agreement: agreement.id, party, variant, region, from, amount, only: null, left, freight: null })
  }
  const answer = await real.clients[buyer].get("/store/agreements?limit=100")
  expectStatus(`${buyer} looks at what was agreed`, answer, 200)
  for (const { id, status } of answer.data.agreements as StoreAgreement[]) {
    const life = model.lives.get(id)
    if (!life) throw new Divergence(`${buyer} sees agreement ${id}, which the model knows nothing of`)
    if (status === "superseded") life.status = "ended"
    else if (life.status === "live" && status !== "active") throw new Divergence(`Agreement ${id} is ${status}, and should be active`)
  }
  for (const old of before) {
    const gives = (deal: Deal) =>
      isLive(model, deal) && deal.party === party && deal.variant === old.variant && deal.region === old.region && deal.from <= old.from && deal.amount <= old.amount
    if (!model.deals.some(gives)) throw new Divergence(`Agreed again, and ${old.amount} from ${old.from} pieces on is gone`)
    // Nothing that is agreed on here concedes anything.
    if (old.freight !== null && !isLive(model, old)) throw new Divergence(`Agreed again, and ${old.freight.percent}% off with the slower freight is gone`)
  }
}

/** A yes to the buyer reaches their cart: the agreed pieces are in it, and every line is priced. */
async function reached(model: Model, real: World, cart: Cart, agreed: readonly Pick<StoreAgreement["lines"][number], "variant_id" | "min_quantity">[]): Promise<void> {
  const { items } = await readCart(real, cart)
  for (const { variant_id, min_quantity } of agreed) {
    const pieces = items.filter((item: { variant_id: string }) => item.variant_id === variant_id).map((item: { quantity: number }) => item.quantity)
    if (Math.max(...pieces) < min_quantity) throw new Divergence(`Agreed on ${min_quantity} pieces, in the cart are ${pieces.join(" and ")}`)
  }
  const seen: { id: string; variant_id: string; quantity: number; metadata: object | null }[] = items
  cart.lines = seen.map(({ id, variant_id, quantity, metadata }) => {
    const known = cart.lines.find((line) => line.id === id)
    const split = known?.split ?? Object.keys(metadata ?? {}).length > 0
    return { id, variant: real.variants.indexOf(variant_id), quantity, split, price: 0, agreed: false, lapsed: [] }
  })
  refresh(model, cart)
}

/** What became of a case after a yes or an answer. */
async function follow(model: Model, real: World, found: { buyer: Buyer; party: Party }, answer: StoreNegotiation): Promise<void> {
  count(`… ${answer.status}${answer.reason_code ? ` (${answer.reason_code})` : ""}`)
  const { id, agreement } = answer
  const index = model.cases.findIndex((each) => each.id === id)
  if (index >= 0) model.cases.splice(index, 1)
  if (answer.status === "awaiting_buyer" || answer.status === "in_review") model.cases.push({ id, ...found })
  if (answer.status !== "agreed" || !agreement) return
  await learn(model, real, found, agreement)
  const cart = openCarts(model).find((each) => each.id === answer.cart_id && each.owner === found.buyer)
  // Prices taken over from an older agreement hold beside what was agreed now; they are not what the cart was set to.
  const now = agreement.lines.filter((line) => line.valid_until === null)
  if (cart) await reached(model, real, cart, now)
}

const ask = command({
  name: "ask for a price",
  args: fc.record({ line: pick, percent: fc.constantFrom(75, 85, 92, 97, 99) }),
  can: (model) => askable(model).length > 0,
  async run(model, real, args) {
    const { cart, line, ...found } = one(askable(model), args.line)
    const target_unit_price = newAmount(model, (priceNow(model, cart, line).price * args.percent) / 100, "ask")
    const lines = [{ line_item_id: line.id, target_unit_price }]
    const answer = await real.clients[found.buyer].post("/store/price-requests", { cart_id: cart.id, lines })
    if (answer.status === 201) return follow(model, real, found, answer.data.negotiation)
    expectStatus(`${found.buyer} asks for a price`, answer, 400, 409)
    count(`… refused to answer: ${answer.data.code}`)
  },
})

/** Cases of buyers who still buy for whom they asked: to somebody who has left a company, its cases do not exist. */
const stillTheirs = (model: Readonly<Model>, open: OpenCase) => partyOf(model, open.buyer) === open.party

const caseOf = async (real: World, open: OpenCase): Promise<StoreNegotiation> => {
  const answer = await real.clients[open.buyer].get(`/store/negotiations/${open.id}`)
  expectStatus(`${open.buyer} looks at a case`, answer, 200)
  return answer.data.negotiation
}

const leftBehind = command({
  name: "accept an offer to a company one has left",
  args: pick,
  can: (model) => model.cases.some((open) => !stillTheirs(model, open)),
  async run(model, real, number) {
    const open = one(model.cases.filter((each) => !stillTheirs(model, each)), number)
    const accept = await real.clients[open.buyer].post(`/store/negotiations/${open.id}/accept`, { version: 1, offer_id: "noff_any", option_id: "nopt_any" })
    expectStatus(`${open.buyer} accepts an offer left behind`, accept, 404)
  },
})

const accept = command({
  name: "accept",
  args: fc.record({ open: pick, option: pick }),
  can: (model) => model.cases.some((open) => stillTheirs(model, open)),
  async run(model, real, args) {
    const open = one(model.cases.filter((each) => stillTheirs(model, each)), args.open)
    const { id, version, offer } = await caseOf(real, open)
    const option = picked(offer?.options ?? [], args.option)
    if (!offer || !option) return
    const answer = await real.clients[open.buyer].post(`/store/negotiations/${id}/accept`, { version, offer_id: offer.id, option_id: option.id })
    if (answer.status === 200) return follow(model, real, open, answer.data.negotiation)
    expectStatus(`${open.buyer} accepts`, answer, 409)
    count(`… not accepted: ${answer.data.code}`)
  },
})

const approve = command({
  name: "the rep approves",
  args: pick,
  can: (model) => model.cases.some((open) => stillTheirs(model, open)),
  async run(model, real, number) {
    const open = one(model.cases.filter((each) => stillTheirs(model, each)), number)
    const { id, version, status } = await caseOf(real, open)
    if (status === "awaiting_buyer") {
      const asked = await real.clients[open.buyer].post(`/store/negotiations/${id}/ask-person`, { version })
      expectStatus(`${open.buyer} asks for a person`, asked, 200)
    } else if (status !== "in_review") return
    const now = await caseOf(real, open)
    const body = { version: now.version, reason_code: "strategic_customer", note: "For the walk" }
    const answer = await real.store.as.admin().post(`/admin/negotiations/${id}/approve`, body)
    expectStatus("the rep approves", answer, 200, 400)
    if (answer.status === 400) return count(`… not approved: ${answer.data.code}`)
    const { agreement } = await caseOf(real, open)
    if (!agreement) throw new Divergence("Approved without an agreement")
    count("… approved")
    model.cases.splice(model.cases.indexOf(open), 1)
    // An approval never touches the buyer's cart: every line goes on showing what it showed.
    await learn(model, real, open, agreement)
  },
})

const apply = command({
  name: "order again at the agreed price",
  args: fc.record({ cart: pick, deal: pick }),
  can: (model) => model.deals.length > 0 && openCarts(model).some((cart) => partyOf(model, cart.owner) !== null),
  async run(model, real, args) {
    const cart = one(openCarts(model).filter((each) => partyOf(model, each.owner) !== null), args.cart)
    const deal = one(model.deals, args.deal)
    const { owner } = cart
    if (!isBuyer(owner)) return
    const answer = await real.clients[owner].post(`/store/agreements/${deal.agreement}/apply`, { cart_id: cart.id })
    const live = model.lives.get(deal.agreement)?.status === "live"
    if (deal.party !== partyOf(model, owner)) return expectStatus(`${owner} applies a foreign agreement`, answer, 404)
    if (deal.only !== null && deal.only !== owner) return expectStatus(`${owner} applies an agreement of a colleague's own`, answer, 404)
    if (!live) return expectStatus(`${owner} applies an agreement that has ended`, answer, 409)
    if (deal.region !== cart.currency) return expectStatus(`${owner} applies an agreement in another currency`, answer, 400)
    const lines = model.deals.filter((each) => each.agreement === deal.agreement)
    // More pieces in the cart than are left at the price: it can't be shown, and nothing changes.
    if (answer.status === 409 && lines.some((each) => each.left !== null)) return
    expectStatus(`${owner} applies an agreement`, answer, 200)
    count("… applied")
    const fewest = (variant: number) => Math.min(...lines.filter((each) => each.variant === variant).map((each) => each.from))
    const told = lines.map(({ variant }) => ({ variant_id: real.variants[variant] ?? "", min_quantity: fewest(variant) }))
    await reached(model, real, cart, told)
  },
})

/** The buyer asks, the policy or a rep answers, the buyer accepts, each with how often it is tried. */
export const negotiationCommands: Weighted = [[7, ask], [7, accept], [3, approve], [4, apply], [1, leftBehind]]
