import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listShippingOptionsForCartWorkflow } from "@medusajs/medusa/core-flows"
import { readShippingRates, type TaxPlace } from "../../tax/read-rates"
import type { LeverFacts, ShippingAmount, ShippingChoice } from "./lever-facts"

/** Whose cart is asked about, and how its prices are shown. */
export interface FreightPlace extends TaxPlace {
  readonly is_tax_inclusive: boolean
}

interface OptionRow {
  readonly id: string
  readonly name: string
  readonly price_type: string
  readonly amount?: number | null
  readonly is_tax_inclusive: boolean
  readonly service_zone?: { readonly geo_zones?: readonly { readonly country_code: string }[] | null } | null
}

interface CartRow {
  readonly shipping_address: { readonly country_code: string | null } | null
  readonly region: { readonly countries?: readonly { readonly iso_2: string }[] | null } | null
  readonly shipping_methods?: readonly {
    readonly amount: number
    readonly is_tax_inclusive: boolean
    readonly tax_lines?: readonly { readonly rate: number }[] | null
    readonly adjustments?: readonly { readonly amount: number }[] | null
  }[] | null
}

const CART_FIELDS = [
  "id",
  "shipping_address.country_code",
  "region.countries.iso_2",
  "shipping_methods.amount",
  "shipping_methods.is_tax_inclusive",
  "shipping_methods.tax_lines.rate",
  "shipping_methods.adjustments.amount",
]

const cents = (amount: number) => Math.round(amount * 10_000) / 10_000

/** An amount with and without tax; null where one of the two is wanted and the rate is not known. */
function amountOf(place: FreightPlace, amount: number, includes_tax: boolean, rate: number | null): ShippingAmount | null {
  if (rate === null) return includes_tax || place.is_tax_inclusive ? null : { net: amount, shown: amount }
  const net = cents(includes_tax ? amount / (1 + rate) : amount)
  const gross = cents(includes_tax ? amount : amount * (1 + rate))
  return { net, shown: place.is_tax_inclusive ? gross : net }
}

/** What the chosen ways to ship come to, discounts taken off. */
function chosenTotal(place: FreightPlace, cart: CartRow): ShippingAmount | null {
  const methods = cart.shipping_methods ?? []
  if (methods.length === 0) return null
  const amounts = methods.map((method) => {
    const off = (method.adjustments ?? []).reduce((sum, each) => sum + Number(each.amount), 0)
    const rates = method.tax_lines ?? []
    const rate = rates.length === 0 ? null : rates.reduce((sum, line) => sum + Number(line.rate), 0) / 100
    return amountOf(place, Math.max(0, Number(method.amount) - off), method.is_tax_inclusive, rate)
  })
  return amounts.reduce<ShippingAmount | null>(
    (sum, each) => (sum && each ? { net: cents(sum.net + each.net), shown: cents(sum.shown + each.shown) } : null),
    { net: 0, shown: 0 }
  )
}

/** While nobody has said where it goes, an option counts that goes to a country of the region. */
function reaches(cart: CartRow, option: OptionRow): boolean {
  if (cart.shipping_address?.country_code) return true
  const countries = new Set((cart.region?.countries ?? []).map((country) => country.iso_2))
  return (option.service_zone?.geo_zones ?? []).some((zone) => countries.has(zone.country_code))
}

/**
 * The named ways to ship that a cart could take now, as Medusa itself lists them for it (zone, channel, rules and the
 * merchant's own hooks included), with their prices on it; and what the buyer pays for shipping as the cart stands. Nothing
 * is asked where no way is named or there is no cart. What can't be listed is not offered.
 */
export async function readFreight(
  container: MedusaContainer,
  place: FreightPlace,
  option_ids: readonly string[]
): Promise<Pick<LeverFacts, "freight" | "freight_total">> {
  const none = { freight: [], freight_total: null }
  const { cart_id } = place
  if (cart_id === null || option_ids.length === 0) return none
  const [{ data }, listed] = await Promise.all([
    container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "cart", fields: CART_FIELDS as ["id"], filters: { id: cart_id } }),
    listShippingOptionsForCartWorkflow(container).run({
      input: { cart_id, option_ids: [...option_ids], is_return: false, enabled_in_store: true, fields: ["service_zone.geo_zones.country_code"] },
      throwOnError: false,
    }),
  ])
  const [cart] = data as unknown as CartRow[]
  if (!cart) return none
  const options = ((listed.errors?.length ? [] : listed.result) as unknown as OptionRow[]).filter((option) => reaches(cart, option))
  const priced = options.filter((option) => option.price_type === "flat" && typeof option.amount === "number")
  const taxed = priced.filter((option) => option.is_tax_inclusive || place.is_tax_inclusive)
  const rates = taxed.length === 0 ? new Map<string, number>() : await readShippingRates(container, place, taxed.map(({ id, amount }) => ({ id, amount: amount ?? 0 })))
  const freight = options.map((option): ShippingChoice => {
    const known = priced.includes(option)
    const rate = rates.get(option.id)
    return {
      shipping_option_id: option.id,
      name: option.name,
      amount: known ? amountOf(place, Number(option.amount), option.is_tax_inclusive, rate === undefined ? null : rate / 1_000_000) : null,
    }
  })
  return { freight: freight.sort((a, b) => a.shipping_option_id.localeCompare(b.shipping_option_id)), freight_total: chosenTotal(place, cart) }
}
