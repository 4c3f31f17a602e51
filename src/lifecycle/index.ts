/**
 * What may happen to a negotiation and to an agreement: two state machines as data, one pure `transition`, and the buyer's
 * choices. It stores nothing and knows nothing of Medusa: people, widgets, APIs and jobs all ask this one source.
 */
export * from "./machine"
export * from "./negotiation-machine"
export * from "./agreement-machine"
export * from "./transition"
export * from "./validate"
export * from "./allowed-actions"
