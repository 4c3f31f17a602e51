import type { NegotiationClient, StoreNegotiation } from "../client"

/** What every element of the widget takes. */
export interface NegotiationElementProps {
  /** The store to speak to; without it the one of `configureNegotiation`, or of the attributes. */
  client: NegotiationClient | null
  /** `en`, `de`, `fr` or `es`; without it the nearest `lang`, else the browser's language. */
  locale: string
}

/** `<negotiation-cart>` */
export interface NegotiationCartElement extends HTMLElement, NegotiationElementProps {
  cartId: string
  /** Only what belongs under this line. */
  lineItemId: string
  /** Quantities can be changed. */
  editable: boolean
  /** Reads the cart anew. */
  reload(): Promise<void>
}

/** `<negotiation-panel>` */
export interface NegotiationPanelElement extends HTMLElement, NegotiationElementProps {
  negotiationId: string
  cartId: string
  lineItemId: string
  /** There is something to go back to: an agreed case shows a button that fires `negotiation-close`. */
  closable: boolean
}

/** `<negotiation-list>` */
export interface NegotiationListElement extends HTMLElement, NegotiationElementProps {
  tab: "negotiations" | "agreements"
  cartId: string
  /** Reads the lists anew. */
  reload(): Promise<void>
}

/** Events of the elements; all of them bubble and cross shadow roots. */
export interface NegotiationEvents {
  /** A price was asked for. */
  "negotiation-asked": CustomEvent<{ readonly negotiation: StoreNegotiation }>
  /** A case is shown for the first time, or moved. */
  "negotiation-changed": CustomEvent<{ readonly negotiation: StoreNegotiation }>
  /** A case came to an agreement before the buyer's eyes. */
  "negotiation-agreed": CustomEvent<{ readonly negotiation: StoreNegotiation }>
  /** A case of a list is to be shown; cancel it to show it yourself. */
  "negotiation-open": CustomEvent<{ readonly negotiation: StoreNegotiation }>
  /** Quantities or prices of the cart are new. */
  "negotiation-cart-changed": CustomEvent<{ readonly cart_id: string }>
}

declare global {
  interface HTMLElementTagNameMap {
    "negotiation-cart": NegotiationCartElement
    "negotiation-panel": NegotiationPanelElement
    "negotiation-list": NegotiationListElement
  }
  interface GlobalEventHandlersEventMap {
    "negotiation-asked": NegotiationEvents["negotiation-asked"]
    "negotiation-changed": NegotiationEvents["negotiation-changed"]
    "negotiation-agreed": NegotiationEvents["negotiation-agreed"]
    "negotiation-open": NegotiationEvents["negotiation-open"]
    "negotiation-cart-changed": NegotiationEvents["negotiation-cart-changed"]
  }
}
