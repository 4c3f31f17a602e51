import { NegotiationCountdown } from "./base/countdown"
import { NegotiationCart } from "./cart/cart"
import { NegotiationList } from "./list/list"
import { NegotiationPanel } from "./panel/panel"

/**
 * `medusa-plugin-negotiation/widget`: `<negotiation-cart>`, `<negotiation-panel>` and `<negotiation-list>` for storefronts of
 * every kind. Importing it registers the elements; where pages are rendered on a server `server.ts` stands in for it.
 */
const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  "negotiation-countdown": NegotiationCountdown,
  "negotiation-panel": NegotiationPanel,
  "negotiation-cart": NegotiationCart,
  "negotiation-list": NegotiationList,
}

// A page that loads the widget twice keeps the first.
for (const [name, element] of Object.entries(ELEMENTS)) if (!customElements.get(name)) customElements.define(name, element)

export { configureNegotiation } from "./base/configure"
export { NegotiationClient, NegotiationError, isNegotiationError, type NegotiationClientConfig } from "../client"
export type { NegotiationCartElement, NegotiationElementProps, NegotiationEvents, NegotiationListElement, NegotiationPanelElement } from "./public"
