import type { AdminNegotiation } from "../../contract"

type HistoryEntry = AdminNegotiation["history"][number]
type HistoryLine = HistoryEntry["lines"][number]

/** A line of a history entry with what changed since that line was last spoken of. */
export interface LineStep extends HistoryLine {
  title: string
  /** Price now minus price before; null the first time. */
  price_change: number | null
  quantity_change: number | null
}

/** A history entry with its differences. */
export interface HistoryStep extends Omit<HistoryEntry, "lines"> {
  lines: LineStep[]
}

/** The history, oldest first, each line compared with the last word said on it by anyone. */
export function historySteps(negotiation: Pick<AdminNegotiation, "history" | "lines">): HistoryStep[] {
  const titles = new Map(negotiation.lines.map((line) => [line.id, line.title]))
  const last = new Map<string, HistoryLine>()
  const ordered = [...negotiation.history].sort((a, b) => a.at.localeCompare(b.at))
  return ordered.map((entry) => {
    const lines = entry.lines.map((line): LineStep => {
      const before = last.get(line.line_id)
      return {
        ...line,
        title: titles.get(line.line_id) ?? line.variant_id,
        price_change: before ? line.unit_price - before.unit_price : null,
        quantity_change: before ? line.quantity - before.quantity : null,
      }
    })
    for (const line of entry.lines) last.set(line.line_id, line)
    return { ...entry, lines }
  })
}

/** What happened to a case between two readings of it. */
export interface CaseChanges {
  entries: HistoryStep[]
  status: { before: string; after: string } | null
  reassigned: boolean
}

/** Compares two readings of the same case: the one a decision was based on, and the newest. */
export function changesBetween(before: AdminNegotiation, after: AdminNegotiation): CaseChanges {
  const known = new Set(before.history.map((entry) => entry.id))
  return {
    entries: historySteps(after).filter((entry) => !known.has(entry.id)),
    status: before.status === after.status ? null : { before: before.status, after: after.status },
    reassigned: before.assigned_to !== after.assigned_to,
  }
}
