/** What of a case says whether a day the buyer named left something out. Stored JSON may hold anything. */
interface Explained {
  readonly decision: object | null
  readonly context: { readonly needed_by?: unknown }
}

/** How the engine's trace ends where a way to ship is too slow. */
const TOO_LATE = ": arrives_too_late"

/** The day the buyer needs the goods by, where the last decision left slower deliveries out for it. */
export function neededBy({ decision, context }: Explained): string | undefined {
  const { trace } = (decision ?? {}) as { trace?: unknown }
  const lines = Array.isArray(trace) ? (trace as { terms?: unknown }[]) : []
  const terms = lines.flatMap((line) => (Array.isArray(line.terms) ? (line.terms as { term?: unknown; value?: unknown }[]) : []))
  const late = terms.some(({ term, value }) => term === "lever_left_out" && String(value).endsWith(TOO_LATE))
  return late && typeof context.needed_by === "string" ? context.needed_by : undefined
}
