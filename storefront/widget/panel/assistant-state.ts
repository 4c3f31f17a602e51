/** What a buyer may care about most, in the order it is asked. */
export const MATTERS = ["price", "volume", "speed", "terms", "substitute"] as const
/** One of {@link MATTERS}. */
export type Matter = (typeof MATTERS)[number]

/** What an option may ask of the buyer beside money, in the order it is asked about. */
export const DEMANDS = ["volume", "freight", "terms", "substitute"] as const
/** One of {@link DEMANDS}. */
export type Demand = (typeof DEMANDS)[number]

/** What the buyer has answered so far. */
export interface AssistantState {
  readonly matter: Matter | null
  /** What the buyer said they could do, and could not. */
  readonly can: Partial<Readonly<Record<Demand, boolean>>>
  /** Options turned down, by id. */
  readonly passed: readonly string[]
  /** Whether what comes closest is welcome where nothing serves the matter. */
  readonly closest: boolean
}

/** Where every conversation begins. */
export const BEGINNING: AssistantState = { matter: null, can: {}, passed: [], closest: false }
