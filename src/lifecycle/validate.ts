import { type Machine, statusesOf } from "./machine"

/** Statuses that can be reached from `starts` by the machine's rows, the starts included. */
function reachable<Status extends string>(machine: Machine<Status, string>, starts: readonly Status[]): ReadonlySet<Status> {
  const seen = new Set<Status>(starts)
  // A Set is iterated in insertion order and sees what is added meanwhile: this walks the whole graph.
  for (const status of seen) {
    for (const row of machine.rows) if (row.from === status) row.to.forEach((next) => seen.add(next))
  }
  return seen
}

/** Rows that name a status the machine doesn't have, or repeat a target. */
function malformedRows(machine: Machine<string, string>): string[] {
  const known = new Set(statusesOf(machine))
  return machine.rows.flatMap((row) => {
    const where = `${row.from ?? "start"} --${row.event}-->`
    const problems = [...row.to, ...(row.from === null ? [] : [row.from])]
      .filter((status) => !known.has(status))
      .map((status) => `${where} names the unknown status ${status}`)
    if (row.to.length === 0) problems.push(`${where} leads nowhere`)
    if (new Set(row.to).size !== row.to.length) problems.push(`${where} names a target twice`)
    return problems
  })
}

/** Events with two rows in one status, or with two different actors. */
function ambiguousEvents(machine: Machine<string, string>): string[] {
  const problems: string[] = []
  const rows = new Set<string>()
  const actors = new Map<string, string>()
  for (const { from, event, by } of machine.rows) {
    const key = `${from ?? "start"} --${event}-->`
    if (rows.has(key)) problems.push(`${key} has two rows`)
    rows.add(key)
    if ((actors.get(event) ?? by) !== by) problems.push(`${event} has two actors`)
    actors.set(event, by)
  }
  return problems
}

/** Statuses nobody reaches, ended ones with a way out, others from which no end is reached. */
function brokenLives(machine: Machine<string, string>): string[] {
  const reached = reachable(machine, machine.rows.filter((row) => row.from === null).flatMap((row) => row.to))
  return statusesOf(machine).flatMap((status) => {
    const problems = reached.has(status) ? [] : [`${status} is never reached`]
    const ended = machine.statuses[status]?.phase === "ended"
    if (ended && machine.rows.some((row) => row.from === status)) problems.push(`${status} has ended and can be left`)
    const canEnd = [...reachable(machine, [status])].some((next) => machine.statuses[next]?.phase === "ended")
    if (!canEnd) problems.push(`${status} can never end`)
    return problems
  })
}

/**
 * Proves a machine sound: every status is reached from the start, every one that has not ended can get to an end, no ended
 * one can be left, and no event is ambiguous.
 *
 * @returns what is wrong, in words; empty for a sound machine.
 */
export function validateMachine<Status extends string, Event extends string>(machine: Machine<Status, Event>): string[] {
  const malformed = malformedRows(machine)
  return malformed.length > 0 ? malformed : [...ambiguousEvents(machine), ...brokenLives(machine)]
}
