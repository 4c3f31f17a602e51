import type { RatingFigures } from "../../contract"
import { runSql, type SqlContext } from "./sql"

/** What ratings are asked for: those of a period, its end left out, of every segment unless one is named. */
export interface RatingQuestion {
  readonly starts: Date
  readonly ends: Date
  readonly segment?: string
}

/** From here on a rating says that it went well; up to there that it went badly. */
const [GOOD, BAD] = [4, 2]
const BEST = 5
/** Remarks shown: enough to read, few enough for one answer. */
const REMARKS = 5

interface CountRow {
  rating: number
  count: number
}

interface RemarkRow {
  at: string | Date
  rating: number
  comment: string
  negotiation_id: string
}

function figuresOf(rows: readonly CountRow[]): Omit<RatingFigures, "remarks"> {
  const counts = Array.from({ length: BEST }, (_, place) => rows.find(({ rating }) => rating === place + 1)?.count ?? 0)
  const count = counts.reduce((sum, each) => sum + each, 0)
  const share = (part: number): number | null => (count === 0 ? null : Math.round((part / count) * 10_000) / 10_000)
  const sumOf = (from: number, to: number): number => counts.slice(from - 1, to).reduce((sum, each) => sum + each, 0)
  const average = count === 0 ? null : Math.round((counts.reduce((sum, each, place) => sum + each * (place + 1), 0) / count) * 100) / 100
  return { count, average, good_share: share(sumOf(GOOD, BEST)), bad_share: share(sumOf(1, BAD)), counts }
}

/** How it went by what buyers said: how many said what, and the newest remarks. Both walk the index on name and time. */
export async function ratings(context: SqlContext, { starts, ends, segment }: RatingQuestion): Promise<RatingFigures> {
  const where = `name = 'feedback' AND rating IS NOT NULL AND created_at >= ? AND created_at < ? AND deleted_at IS NULL ${segment === undefined ? "" : "AND segment = ?"}`
  const values = [starts, ends, ...(segment === undefined ? [] : [segment])]
  const [rows, remarks] = await Promise.all([
    runSql<CountRow>(context, `SELECT rating, count(*)::int AS count FROM negotiation_behaviour_event WHERE ${where} GROUP BY rating`, values),
    runSql<RemarkRow>(
      context,
      `SELECT created_at AS at, rating, comment, negotiation_id FROM negotiation_behaviour_event
       WHERE ${where} AND comment IS NOT NULL ORDER BY created_at DESC, id LIMIT ${REMARKS}`,
      values
    ),
  ])
  return { ...figuresOf(rows), remarks: remarks.map((remark) => ({ ...remark, at: new Date(remark.at).toISOString() })) }
}
