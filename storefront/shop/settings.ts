/** A login of the demo store. */
export interface DemoBuyer {
  readonly email: string
  readonly password: string
  readonly company: string
}

/** What the server beside the shop tells of the demo store. */
export interface Settings {
  readonly backend_url: string
  readonly publishable_key: string
  readonly region_id: string
  readonly buyers: readonly DemoBuyer[]
  readonly story: { readonly variant_id: string; readonly buyer_email: string }
}

/** Reads the settings of the demo store. */
export async function readSettings(): Promise<Settings> {
  return (await fetch("/demo.json")).json() as Promise<Settings>
}
