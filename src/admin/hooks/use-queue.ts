import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query"
import type { AdminListQuery, AdminNegotiationRow } from "../../contract"
import { get } from "../lib/http"
import { queryKeys } from "./query-keys"

const PATH = "/admin/negotiations"
const EVERY_MINUTE = 60_000

/** Answer of `GET /admin/negotiations`. */
export interface QueueAnswer {
  negotiations: AdminNegotiationRow[]
  count: number
  offset: number
  limit: number
}

/** Filters of the queue; what is left out does not filter. */
export type QueueQuery = Partial<AdminListQuery>

/** One page of the queue. The page before stays visible while the next one loads; it is read anew every minute. */
export function useQueue(query: QueueQuery) {
  return useQuery({
    queryKey: queryKeys.queue(query),
    queryFn: () => get<QueueAnswer>(PATH, query),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MINUTE,
  })
}

/** How many cases each query finds, in the same order; undefined until it is known. */
export function useQueueCounts(queries: readonly QueueQuery[]): (number | undefined)[] {
  return useQueries({
    queries: queries.map((query) => {
      const counting = { ...query, limit: 1 }
      return {
        queryKey: queryKeys.queue({ count: true, ...counting }),
        queryFn: () => get<QueueAnswer>(PATH, counting),
        refetchInterval: EVERY_MINUTE,
      }
    }),
    combine: (results) => results.map((result) => result.data?.count),
  })
}
