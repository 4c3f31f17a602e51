/** What a buyer may care about most, in the order it is asked. */
export const MATTERS = ["price", "volume", "speed", "terms", "substitute"] as const
/** One of {@link MATTERS}. */
export type Matter = (typeof MATTERS)[number]

/** What the buyer has answered so far. */
export interface AssistantState {
  readonly matter: Matter | null
  /** Options turned down, by id. */
  readonly passed: readonly string[]
  /** Whether what comes closest is welcome where nothing serves the matter. */
  readonly closest: boolean
}

/** Where every conversation begins. */
export const BEGINNING: AssistantState = { matter: null, passed: [], closest: false }
