import type { ItemTaxLineDTO, MedusaContainer, ShippingTaxLineDTO, TaxableItemDTO, TaxableShippingDTO, TaxCalculationContext } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { messageOf } from "../../message-of"
import { ppmOf } from "./convert"

/** Where and for whom tax is asked about. */
export interface TaxPlace {
  readonly region_id: string
  /** The cart whose shipping address decides; null, or one of another region: the region's countries do. */
  readonly cart_id: string | null
  readonly currency_code: string
  readonly customer: { readonly id: string; readonly email: string; readonly group_ids: readonly string[] }
}

/** A line as tax depends on it; `id` names it in the answer. */
export interface TaxedLine {
  readonly id: string
  readonly product_id: string
  readonly product_type_id: string | null
  readonly quantity: number
  readonly unit_price: number
}

type Address = TaxCalculationContext["address"]

interface CartRow {
  readonly region_id: string | null
  readonly shipping_address: {
    readonly country_code: string | null
    readonly province: string | null
    readonly address_1: string | null
    readonly address_2: string | null
    readonly city: string | null
    readonly postal_code: string | null
  } | null
}

const CART_FIELDS = ["region_id", ...["country_code", "province", "address_1", "address_2", "city", "postal_code"].map((field) => `shipping_address.${field}`)]

async function cartAddress(container: MedusaContainer, { cart_id, region_id }: TaxPlace): Promise<Address | null> {
  if (cart_id === null) return null
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "cart", fields: CART_FIELDS, filters: { id: cart_id } })
  const [cart] = data as unknown as CartRow[]
  const { country_code, province, address_1, address_2, city, postal_code } = cart?.shipping_address ?? {}
  if (!country_code || cart?.region_id !== region_id) return null
  return {
    country_code,
    province_code: province ?? null,
    ...(address_1 ? { address_1 } : {}),
    ...(address_2 ? { address_2 } : {}),
    ...(city ? { city } : {}),
    ...(postal_code ? { postal_code } : {}),
  }
}

/** The address of the cart, or one for each of the region's countries while there is none. */
async function addressesOf(container: MedusaContainer, place: TaxPlace): Promise<Address[]> {
  const address = await cartAddress(container, place)
  if (address !== null) return [address]
  const region = await container.resolve(Modules.REGION).retrieveRegion(place.region_id, { select: ["id"], relations: ["countries"] })
  return (region.countries ?? []).flatMap((country) => (country.iso_2 ? [{ country_code: country.iso_2 }] : []))
}

function contextOf({ customer }: TaxPlace, address: Address): TaxCalculationContext {
  const { id, email, group_ids } = customer
  return { address, customer: { id, email, customer_groups: [...group_ids] }, is_return: false }
}

/** The rates at one address by line. */
async function ratesAt(container: MedusaContainer, place: TaxPlace, address: Address, lines: readonly TaxedLine[]): Promise<Map<string, number>> {
  const items = lines.map(({ id, product_id, product_type_id, quantity, unit_price }): TaxableItemDTO => ({
    ...{ id, product_id, quantity, unit_price, currency_code: place.currency_code },
    ...(product_type_id === null ? {} : { product_type_id }),
  }))
  const found = (await container.resolve(Modules.TAX).getTaxLines(items, contextOf(place, address))) as ItemTaxLineDTO[]
  return new Map(lines.map((line) => [line.id, ppmOf(found.flatMap((each) => (each.line_item_id === line.id ? Number(each.rate) : [])))]))
}

/**
 * Tax in the prices of these lines, as Medusa's own calculation has it for this cart: parts per million of the net price,
 * several rates of one line added up. Of a region with several countries and no address yet the highest rate counts: the
 * price is never under its floor wherever it goes.
 *
 * @returns by line; null for every line where nobody has said how it is taxed there, or the tax provider failed
 */
export async function readTaxRates(container: MedusaContainer, place: TaxPlace, lines: readonly TaxedLine[]): Promise<Map<string, number | null>> {
  const unknown = new Map<string, number | null>(lines.map((line) => [line.id, null]))
  try {
    const addresses = await addressesOf(container, place)
    const taxed = await container.resolve(Modules.TAX).listTaxRegions(
      { country_code: addresses.map((address) => address.country_code) },
      { select: ["id", "country_code"], take: null }
    )
    const rates: Map<string, number>[] = []
    // One after the other: a region of thirty countries must not take thirty connections at once.
    for (const address of addresses) {
      if (taxed.some((region) => region.country_code === address.country_code)) rates.push(await ratesAt(container, place, address, lines))
    }
    if (rates.length === 0) return unknown
    return new Map(lines.map((line) => [line.id, Math.max(...rates.map((each) => each.get(line.id) ?? 0))]))
  } catch (error) {
    const why = messageOf(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Tax of region ${place.region_id} could not be told, a person decides: ${why}`)
    return unknown
  }
}

/** A way to ship as tax depends on it. */
export interface TaxedShipping {
  readonly id: string
  readonly amount: number
}

/**
 * Tax on ways to ship, as Medusa's own calculation has it for this cart: parts per million of the net price. Of several
 * addresses the highest rate counts, as with goods.
 *
 * @returns by shipping option; options whose tax nobody knows are left out
 */
export async function readShippingRates(container: MedusaContainer, place: TaxPlace, options: readonly TaxedShipping[]): Promise<Map<string, number>> {
  const items = options.map(({ id, amount }): TaxableShippingDTO => ({ id, shipping_option_id: id, unit_price: amount, currency_code: place.currency_code }))
  const tax = container.resolve(Modules.TAX)
  const rates = new Map<string, number>()
  try {
    const addresses = await addressesOf(container, place)
    const taxed = await tax.listTaxRegions({ country_code: addresses.map((address) => address.country_code) }, { select: ["id", "country_code"], take: null })
    for (const address of addresses) {
      if (!taxed.some((region) => region.country_code === address.country_code)) continue
      const found = (await tax.getTaxLines(items, contextOf(place, address))) as ShippingTaxLineDTO[]
      for (const { id } of options) {
        const here = ppmOf(found.flatMap((each) => (each.shipping_line_id === id ? Number(each.rate) : [])))
        rates.set(id, Math.max(rates.get(id) ?? 0, here))
      }
    }
    return rates
  } catch (error) {
    const why = messageOf(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Tax on shipping to region ${place.region_id} could not be told: ${why}`)
    return new Map()
  }
}
