import { NegotiationClient, type NegotiationClientConfig } from "../client"

/**
 * What `medusa-plugin-negotiation/widget` is where pages are rendered on a server: the same names, and no elements. They come to
 * life in the browser.
 */
export function configureNegotiation(config: NegotiationClientConfig | NegotiationClient): NegotiationClient {
  return config instanceof NegotiationClient ? config : new NegotiationClient(config)
}

export { NegotiationClient, NegotiationError, isNegotiationError } from "../client"
