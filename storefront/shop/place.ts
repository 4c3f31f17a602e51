import type { NegotiationClient } from "../client"
import type { Address, Region } from "./types"

/** Where a buyer buys: the region of their company's address, and the address. */
export interface Place {
  readonly region_id: string
  /** Countries the region delivers to, two letters each. */
  readonly countries: readonly string[]
  /** Null for a customer who left none. */
  readonly address: Address | null
}

interface CustomerAddress extends Address {
  readonly is_default_shipping: boolean
}

const FIELDS = ["first_name", "last_name", "company", "address_1", "city", "postal_code", "country_code"] as const

/** Of an address what a cart takes. */
export function plainAddress(address: Partial<Record<(typeof FIELDS)[number], string | null>>): Address {
  return Object.fromEntries(FIELDS.map((name) => [name, address[name] ?? ""])) as unknown as Address
}

/**
 * Reads where the logged-in customer buys.
 *
 * @param otherwise The region of whoever has no address, or one that nothing is sold to.
 */
export async function readPlace(client: NegotiationClient, otherwise: string): Promise<Place> {
  const [{ customer }, { regions }] = await Promise.all([
    client.fetch<{ customer: { addresses?: readonly CustomerAddress[] } }>("/store/customers/me", { query: { fields: "id,*addresses" } }),
    client.fetch<{ regions: readonly Region[] }>("/store/regions", { query: { fields: "id,*countries", limit: 100 } }),
  ])
  const known = customer.addresses ?? []
  const own = known.find((each) => each.is_default_shipping) ?? known[0]
  const sellsTo = (country: string | undefined) => regions.find(({ countries }) => countries?.some(({ iso_2 }) => iso_2 === country))
  const region = sellsTo(own?.country_code) ?? regions.find(({ id }) => id === otherwise)
  return { region_id: region?.id ?? otherwise, countries: region?.countries?.map(({ iso_2 }) => iso_2) ?? [], address: own ? plainAddress(own) : null }
}
