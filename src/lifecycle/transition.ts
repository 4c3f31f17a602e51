import type { Turn } from "../contract"
import type { Actor, Machine } from "./machine"

/** Why an event was not possible. The first two are error codes of the HTTP contract; `not_allowed` is a fault of the caller. */
export type TransitionRefusal = "already_ended" | "not_your_turn" | "not_allowed"

/** The next status and whose turn it then is, or why there is none. */
export type TransitionResult<Status extends string> =
  | { readonly ok: true; readonly status: Status; readonly turn: Turn }
  | { readonly ok: false; readonly code: TransitionRefusal }

/** Who causes an event in a machine; undefined for an event the machine doesn't know. */
function actorOf<Event extends string>(machine: Machine<string, Event>, event: Event): Actor | undefined {
  return machine.rows.find((row) => row.event === event)?.by
}

/** Names the reason an event has no row in a status. */
function refusal<Status extends string, Event extends string>(
  machine: Machine<Status, Event>,
  status: Status | null,
  event: Event
): TransitionRefusal {
  if (status === null) return "not_allowed"
  const { phase, turn } = machine.statuses[status]
  if (phase === "ended") return "already_ended"
  const actor = actorOf(machine, event)
  if (actor === undefined || actor === "system") return "not_allowed"
  if (phase === "in_force") return "already_ended"
  return turn === actor ? "not_allowed" : "not_your_turn"
}

/**
 * Where an event leads. Pure: it changes and stores nothing.
 *
 * @param status where the case stands; null before it exists.
 * @param outcome the status a decision or policy chose. Needed where the row has several; checked against them always.
 * @returns the next status and its turn, or a refusal: `already_ended` (ended, or settled and the event is a person's),
 * `not_your_turn` (an open case, but the other side's move), `not_allowed` (no such way, or an outcome the row lacks).
 */
export function transition<Status extends string, Event extends string>(
  machine: Machine<Status, Event>,
  status: Status | null,
  event: Event,
  outcome?: Status
): TransitionResult<Status> {
  const row = machine.rows.find((candidate) => candidate.from === status && candidate.event === event)
  if (row === undefined) return { ok: false, code: refusal(machine, status, event) }
  const next = outcome ?? (row.to.length === 1 ? row.to[0] : undefined)
  if (next === undefined || !row.to.includes(next)) return { ok: false, code: "not_allowed" }
  return { ok: true, status: next, turn: machine.statuses[next].turn }
}
