import type { Turn } from "../contract"

/** Who may cause an event. */
export type Actor = "buyer" | "seller" | "system"

/**
 * What a status means to a case or an agreement. `open`: somebody still has to answer. `in_force`: settled, and
 * only what was agreed, time or the seller moves it. `ended`: nothing leaves it any more.
 */
export type Phase = "open" | "in_force" | "ended"

/** One row of a machine: in status `from` (null: before there is anything) the event leads to one of `to`. */
export interface TransitionRow<Status extends string, Event extends string> {
  readonly from: Status | null
  readonly event: Event
  /** Every status the event may lead to. More than one: a decision or a policy says which, and the caller names it. */
  readonly to: readonly [Status, ...Status[]]
  readonly by: Actor
}

/** A state machine as data: what its statuses mean and every way from one to the next. Nothing else is allowed. */
export interface Machine<Status extends string, Event extends string> {
  readonly statuses: Readonly<Record<Status, { readonly phase: Phase; readonly turn: Turn }>>
  readonly rows: readonly TransitionRow<Status, Event>[]
}

/** The statuses of a machine, in the order of its life. */
export function statusesOf<Status extends string>(machine: Machine<Status, string>): readonly Status[] {
  return Object.keys(machine.statuses) as Status[]
}
