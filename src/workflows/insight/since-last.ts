/** Covers orders still being written when the last reading began, and clocks of several servers that differ. */
const OVERLAP_MS = 24 * 60 * 60 * 1_000

/** From when on orders have to be read that changed since a reading began. @returns ISO 8601 */
export function sinceLast(begun: Date | number): string {
  return new Date(new Date(begun).getTime() - OVERLAP_MS).toISOString()
}
