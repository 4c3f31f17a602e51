import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminCompany, AdminPageQuery, ClearMissedCommitmentBody, CompanyBody, StartAfreshBody } from "../../contract"
import { get, post } from "../lib/http"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

const PATH = "/admin/negotiation-companies"

/** Answer of `GET /admin/negotiation-companies`. */
export interface CompaniesAnswer {
  companies: AdminCompany[]
  count: number
  offset: number
  limit: number
}

/** One page of the companies that negotiate. */
export function useCompanies(query: Partial<AdminPageQuery> = {}) {
  return useQuery({
    queryKey: queryKeys.companies(query),
    queryFn: () => get<CompaniesAnswer>(PATH, query),
    placeholderData: keepPreviousData,
  })
}

/** The segments in use, from the first hundred companies: choices for filters and policies. */
export function useSegments(): string[] {
  const { data } = useCompanies({ limit: 100 })
  const names = (data?.companies ?? []).flatMap((company) => (company.segment ? [company.segment] : []))
  return [...new Set(names)].sort((a, b) => a.localeCompare(b))
}

/** Makes a customer group a company, or changes its settings. */
export function useSaveCompany() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CompanyBody) => post(PATH, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["negotiation", "companies"] }),
  })
}

/** Forgets what a company asked and was offered; audited by the API with the note. */
export function useStartAfresh(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StartAfreshBody) => post(`${PATH}/${id}/start-afresh`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["negotiation"] }),
  })
}

/** Says that somebody dealt with a company's missed commitment. */
export function useClearMissedCommitment(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ClearMissedCommitmentBody) => post(`${PATH}/${id}/clear-missed-commitment`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["negotiation", "companies"] }),
  })
}

/** Customer groups by name, to make one a company. */
export function useCustomerGroups(q: string) {
  return useQuery({
    queryKey: queryKeys.customerGroups({ q }),
    queryFn: async () => (await sdk.admin.customerGroup.list({ limit: 20, fields: "id,name", ...(q ? { q } : {}) })).customer_groups,
    placeholderData: keepPreviousData,
  })
}
