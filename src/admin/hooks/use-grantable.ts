import { useQuery } from "@tanstack/react-query"
import type { Grantable } from "../../contract"
import { get } from "../lib/http"
import { queryKeys } from "./query-keys"

const A_WHILE = 5 * 60_000

/** What concessions of a case can hang on: payment terms, and deliveries into its region. */
export function useGrantable(id: string) {
  return useQuery({ queryKey: queryKeys.grantable(id), queryFn: () => get<Grantable>(`/admin/negotiations/${id}/grantable`), staleTime: A_WHILE })
}
