/** A segment of buyers, by how they buy. Each has a policy of its own. */
export type Segment = "volume_buyer" | "deal_optimiser" | "list_loyal" | "thin_data" | "strategic"

/** A buying company of the demo store. */
export interface DemoCompany {
  readonly name: string
  readonly segment: Segment
  readonly street: string
  readonly postal_code: string
  readonly city: string
  /** Two letters. It decides in which region they buy. */
  readonly country: string
  readonly currency: "usd" | "eur"
  /** First names and surnames of its buyers. */
  readonly buyers: readonly (readonly [string, string])[]
  /** Domain of their e-mail addresses. */
  readonly domain: string
  /** Past orders to invent. */
  readonly orders: number
}

/** Password of every demo buyer. The demo store is for trying things out, on one's own machine. */
export const BUYER_PASSWORD = "buyer-demo"

/** The demo's merchant. */
export const ADMIN = { email: "admin@northline.example.com", password: "admin-demo" } as const

/** Who speaks in the story. */
export const STORY_BUYER = "anna.keller@acme.example.com"

/** The demo store's customers. */
export const COMPANIES: readonly DemoCompany[] = [
  { name: "Acme Machine Works", segment: "volume_buyer", street: "1 Foundry Street", postal_code: "53202", city: "Milwaukee", country: "us", currency: "usd", domain: "acme.example.com", buyers: [["Anna", "Keller"], ["Tom", "Reyes"]], orders: 78 },
  { name: "Evergreen Packaging Lines", segment: "volume_buyer", street: "Waalhaven Zuid 12", postal_code: "3089 JH", city: "Rotterdam", country: "nl", currency: "eur", domain: "evergreen.example.com", buyers: [["Sanne", "de Vries"], ["Joris", "Bakker"]], orders: 52 },
  { name: "Borealis Fabrication", segment: "deal_optimiser", street: "200 Harbor Drive", postal_code: "55802", city: "Duluth", country: "us", currency: "usd", domain: "borealis.example.com", buyers: [["Ingrid", "Olsen"], ["Marcus", "Webb"]], orders: 60 },
  { name: "Cobalt Marine Services", segment: "list_loyal", street: "77 Key Highway", postal_code: "21230", city: "Baltimore", country: "us", currency: "usd", domain: "cobalt.example.com", buyers: [["Ruth", "Calloway"], ["Dev", "Anand"]], orders: 54 },
  { name: "Delta Agri Equipment", segment: "thin_data", street: "4100 Grange Road", postal_code: "50309", city: "Des Moines", country: "us", currency: "usd", domain: "delta-agri.example.com", buyers: [["Luis", "Ortega"], ["Paula", "Grant"]], orders: 6 },
  { name: "Fjord Rail Maintenance", segment: "strategic", street: "Am Güterbahnhof 8", postal_code: "20097", city: "Hamburg", country: "de", currency: "eur", domain: "fjord-rail.example.com", buyers: [["Henrik", "Lund"], ["Mette", "Sommer"]], orders: 62 },
  // Buys at prices with VAT in them, and is answered at once.
  { name: "Gerlach Hydraulik", segment: "volume_buyer", street: "Industriestraße 14", postal_code: "70565", city: "Stuttgart", country: "de", currency: "eur", domain: "gerlach.example.com", buyers: [["Jana", "Brandt"], ["Felix", "Roth"]], orders: 36 },
]

/** @returns the e-mail address of one of a company's buyers. */
export function emailOf(company: DemoCompany, [first, last]: readonly [string, string]): string {
  return `${first}.${last}@${company.domain}`.toLowerCase().replaceAll(" ", "")
}

/** @returns where one of a company's buyers has goods and invoices sent. */
export function addressOf({ name, street, postal_code, city, country }: DemoCompany, [first_name, last_name]: readonly [string, string]) {
  return { first_name, last_name, company: name, address_1: street, postal_code, city, country_code: country }
}
