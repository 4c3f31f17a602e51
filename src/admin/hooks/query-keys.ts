/** Every react-query key of the plugin's pages, in one place: what a command changes is known by its first words. */
export const queryKeys = {
  /** All queues and cases: what a decision makes stale. */
  negotiations: ["negotiation", "negotiations"] as const,
  queue: (query: object) => [...queryKeys.negotiations, "queue", query] as const,
  case: (id: string) => [...queryKeys.negotiations, "case", id] as const,
  /** The version the user's own last command led to: no news to them. */
  ownVersion: (id: string) => ["negotiation", "own-version", id] as const,
  /** All agreements: what revoking one makes stale. */
  agreements: ["negotiation", "agreements"] as const,
  agreementList: (query: object) => [...queryKeys.agreements, "list", query] as const,
  agreement: (id: string) => [...queryKeys.agreements, "one", id] as const,
  grantable: (id: string) => ["negotiation", "grantable", id] as const,
  shippingOptions: (ids: readonly string[]) => ["negotiation", "shipping-options", ids] as const,
  metrics: (query: object) => ["negotiation", "metrics", query] as const,
  companies: (query: object = {}) => ["negotiation", "companies", query] as const,
  policies: () => ["negotiation", "policies"] as const,
  costs: (query: object = {}) => ["negotiation", "costs", query] as const,
  variants: (query: object) => ["negotiation", "variants", query] as const,
  productScopes: (query: object) => ["negotiation", "product-scopes", query] as const,
  customerGroups: (query: object) => ["negotiation", "customer-groups", query] as const,
  me: () => ["negotiation", "me"] as const,
  users: () => ["negotiation", "users"] as const,
}
