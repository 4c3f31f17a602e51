import { NegotiationClient, type NegotiationClientConfig } from "../../client"

/** Says to every element on the page that the client is known (anew). */
export const CONFIGURED = "negotiation-configured"

let shared: NegotiationClient | null = null
const localized = new WeakMap<NegotiationClient, Map<string, NegotiationClient>>()

/**
 * Tells all elements of the page which store and which login to use. Call it again after a login or logout.
 * An element's own `client` property goes before it.
 */
export function configureNegotiation(config: NegotiationClientConfig | NegotiationClient): NegotiationClient {
  shared = config instanceof NegotiationClient ? config : new NegotiationClient(config)
  window.dispatchEvent(new Event(CONFIGURED))
  return shared
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
