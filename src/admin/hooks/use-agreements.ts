import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminAgreement, AdminAgreementDetail, AgreementListQuery, ClearFlagsBody, RevokeBody } from "../../contract"
import { get, isNotFound, post } from "../lib/http"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

const PATH = "/admin/negotiation-agreements"
const EVERY_MINUTE = 60_000
const A_WHILE = 5 * 60_000
const RETRIES = 2

/** Answer of `GET /admin/negotiation-agreements`. */
export interface AgreementsAnswer {
  agreements: AdminAgreement[]
  count: number
  offset: number
  limit: number
}

/** Filters of the agreements; what is left out does not filter. */
export type AgreementsQuery = Partial<AgreementListQuery>

/** One page of the agreements, read anew every minute. */
export function useAgreements(query: AgreementsQuery) {
  return useQuery({
    queryKey: queryKeys.agreementList(query),
    queryFn: () => get<AgreementsAnswer>(PATH, query),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MINUTE,
  })
}

/** How many agreements each query finds, in the same order; undefined until it is known. */
export function useAgreementCounts(queries: readonly AgreementsQuery[]): (number | undefined)[] {
  return useQueries({
    queries: queries.map((query) => {
      const counting = { ...query, limit: 1 }
      return { queryKey: queryKeys.agreementList({ count: true, ...counting }), queryFn: () => get<AgreementsAnswer>(PATH, counting), refetchInterval: EVERY_MINUTE }
    }),
    combine: (results) => results.map((result) => result.data?.count),
  })
}

/** One agreement with the orders under it and its trail. Nothing is read without an id. */
export function useAgreement(id: string | undefined) {
  return useQuery({
    queryKey: queryKeys.agreement(id ?? ""),
    queryFn: async () => (await get<{ agreement: AdminAgreementDetail }>(`${PATH}/${id}`)).agreement,
    enabled: id !== undefined,
    refetchInterval: EVERY_MINUTE,
    retry: (count, error) => !isNotFound(error) && count < RETRIES,
  })
}

/** Ends an agreement, at once or after a notice. */
export function useRevoke(id: string) {
  return useAgreementCommand<RevokeBody>(id, "revoke")
}

/** Says that somebody looked at what was flagged. */
export function useClearFlags(id: string) {
  return useAgreementCommand<ClearFlagsBody>(id, "clear-flags")
}

/** Sends a command; its answer is the agreement as it stands afterwards. Lists and cases are read anew. */
function useAgreementCommand<Body extends object>(id: string, name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body) => post<{ agreement: AdminAgreementDetail }>(`${PATH}/${id}/${name}`, body),
    onSuccess: ({ agreement }) => {
      client.setQueryData(queryKeys.agreement(id), agreement)
      void client.invalidateQueries({ queryKey: queryKeys.agreements })
      void client.invalidateQueries({ queryKey: queryKeys.negotiations })
    },
    onError: () => client.invalidateQueries({ queryKey: queryKeys.agreement(id) }),
  })
}

/** Names of shipping options by id; null while unknown, or for a user who may not read them. */
export function useShippingOptionNames(ids: readonly string[]): (id: string) => string | null {
  const wanted = [...new Set(ids)].sort()
  const { data } = useQuery({
    queryKey: queryKeys.shippingOptions(wanted),
    queryFn: async () => (await sdk.admin.shippingOption.list({ id: wanted, fields: "id,name", limit: wanted.length })).shipping_options,
    enabled: wanted.length > 0,
    staleTime: A_WHILE,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (id) => data?.find((option) => option.id === id)?.name ?? null
}
