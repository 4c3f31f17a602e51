import { NegotiationClient, type NegotiationClientConfig, type TokenSource } from "../../client"
import { forgetBuyer } from "./storage"

/** Says to every element on the page that the client is known (anew). */
export const CONFIGURED = "negotiation-configured"

let shared: NegotiationClient | null = null
let login: string | null | undefined
const localized = new WeakMap<NegotiationClient, Map<string, NegotiationClient>>()

/**
 * Tells all elements of the page which store and which login to use. Call it again after a login or logout.
 * An element's own `client` property goes before it.
 */
export function configureNegotiation(config: NegotiationClientConfig | NegotiationClient): NegotiationClient {
  shared = config instanceof NegotiationClient ? config : new NegotiationClient(config)
  void noteLogin(shared.config.token)
  window.dispatchEvent(new Event(CONFIGURED))
  return shared
}

/** Notes whose login is used: with another one, or none, what the buyer before left in this tab is forgotten. After a reload whoever comes first finds their own. */
export async function noteLogin(token: TokenSource | undefined): Promise<void> {
  // A login that can't be had says nothing about who it is.
  const now = typeof token === "function" ? await Promise.resolve(token()).catch(() => login) : token
  if (login && now !== login) forgetBuyer()
  login = now
}

/** The page's client; null before {@link configureNegotiation}. */
export function sharedClient(): NegotiationClient | null {
  return shared
}

/** The same client asking for answers in a language: headlines come in the element's own. */
export function clientIn(client: NegotiationClient, locale: string): NegotiationClient {
  const known = localized.get(client) ?? new Map<string, NegotiationClient>()
  localized.set(client, known)
  const made = known.get(locale) ?? new NegotiationClient({ ...client.config, locale })
  known.set(locale, made)
  return made
}
