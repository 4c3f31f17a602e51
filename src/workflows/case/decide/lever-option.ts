import { fromUnits, type MenuOption, type OptionConcession, type UnitPrice } from "../../../engine"
import type { OptionDetail, OptionTerms, PricedLine } from "../../../modules/negotiation/case-types"
import type { GatheredFacts } from "../facts/gather"
import { concessionOf, goodsTotal } from "./effective-price"
import { currentTotal } from "./totals"

const BPS_IN_PERCENT = 100

const cents = (amount: number) => Math.round(amount * 10_000) / 10_000

/**
 * What an option of the engine brings beside its prices, in the terms a rep's concessions are kept in, with what its
 * conditions are called to the buyer. Shares are the same with tax and without.
 */
export function termsOf(gathered: GatheredFacts, concession: OptionConcession | null): OptionTerms | null {
  if (concession === null) return null
  const { kind, shipping_option_id, payment_term } = concession
  const percent = concession.percent / BPS_IN_PERCENT
  const shipping = gathered.levers.freight.filter((each) => each.shipping_option_id === shipping_option_id)
  const paying = gathered.levers.payment_terms.filter((each) => each.id === payment_term)
  return {
    max_orders: null,
    concessions: [
      kind === "freight"
        ? // The gain is one order's, whatever its size: what it made of these pieces isn't taken off more of them.
          { kind, on: "goods", percent, shipping_option_id: shipping_option_id ?? "", offered_only: true }
        : { kind, percent, payment_term: payment_term ?? "" },
    ],
    lines: [],
    names: {
      shipping_options: Object.fromEntries(shipping.map((each) => [each.shipping_option_id, each.name])),
      payment_days: Object.fromEntries(paying.map((each) => [each.id, each.days])),
    },
  }
}

/** What shipping costs the buyer with an option, as the cart shows it; null where it can't be told. */
function freightOf({ levers }: GatheredFacts, { concession, overall_cost }: MenuOption): number | null {
  if (overall_cost.freight === null) return null
  const amount =
    concession?.kind === "freight"
      ? levers.freight.find((each) => each.shipping_option_id === concession.shipping_option_id)?.amount
      : levers.freight_total
  return amount?.shown ?? null
}

/** What paying sooner costs the buyer: tax is paid sooner as well. */
function termsCost(gathered: GatheredFacts, { overall_cost }: MenuOption, goods: number): number {
  const net = fromUnits(overall_cost.terms as number as UnitPrice)
  if (gathered.tax.size === 0 || overall_cost.goods === 0) return net
  return cents((net * goods) / fromUnits(overall_cost.goods as number as UnitPrice))
}

/** What the buyer is shown of an option beside its prices. @param lines as they are shown */
export function detailOf(gathered: GatheredFacts, option: MenuOption, lines: readonly PricedLine[], terms: OptionTerms | null): OptionDetail {
  const goods = goodsTotal(lines, concessionOf(terms)?.percent ?? 0)
  const freight = freightOf(gathered, option)
  const later = termsCost(gathered, option, goods)
  const overall_cost = { goods, freight, terms: later, total: cents(goods + (freight ?? 0) + later) }
  const [line] = option.kind === "substitute" ? lines : []
  const stands_for = gathered.input.lines.find((each) => each.line_id === line?.line_id)?.variant_id
  const candidate = (stands_for && gathered.levers.substitutes.get(stands_for)?.find((each) => each.variant_id === line?.variant_id)) || null
  return { overall_cost, substitute: candidate && stands_for ? { ...candidate, stands_for } : null }
}

/** The same pieces of what was asked for: of a substitute's line, the article it stands in for. */
export function askedInstead(gathered: GatheredFacts, lines: readonly PricedLine[]): PricedLine[] {
  return lines.map((line) => ({ ...line, variant_id: gathered.input.lines.find((each) => each.line_id === line.line_id)?.variant_id ?? line.variant_id }))
}

/** What an option saves against what the buyer would pay now for as many pieces of what was asked for, concession included. */
export function savingOf(gathered: GatheredFacts, lines: readonly PricedLine[], terms: OptionTerms | null): number {
  return cents(currentTotal(gathered, askedInstead(gathered, lines)) - goodsTotal(lines, concessionOf(terms)?.percent ?? 0))
}
