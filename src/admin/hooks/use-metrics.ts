import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { MetricsAnswer, MetricsQuery } from "../../contract"
import { get } from "../lib/http"
import { queryKeys } from "./query-keys"

/** The figures of the tracking page, one currency at a time. */
export function useMetrics(query: MetricsQuery) {
  return useQuery({
    queryKey: queryKeys.metrics(query),
    queryFn: () => get<MetricsAnswer>("/admin/negotiation-metrics", { ...query }),
    placeholderData: keepPreviousData,
  })
}
