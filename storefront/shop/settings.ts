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

/** Reads the settings of the demo store. @throws Error where the store is not up */
export async function readSettings(): Promise<Settings> {
  const answer = await fetch("/demo.json", { cache: "no-store" })
  if (!answer.ok) throw new Error(`The store is not up: ${answer.status}`)
  return (await answer.json()) as Settings
}
