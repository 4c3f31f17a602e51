import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminPolicy, PolicyBody, PolicyVersionBody } from "../../contract"
import { get, post } from "../lib/http"
import { queryKeys } from "./query-keys"

const PATH = "/admin/negotiation-policies"

interface PoliciesAnswer {
  policies: AdminPolicy[]
  count: number
}

/** The store's policies, the first to answer on top. */
export function usePolicies() {
  return useQuery({
    queryKey: queryKeys.policies(),
    queryFn: async () => (await get<PoliciesAnswer>(PATH, { limit: 100 })).policies,
    select: (policies) => [...policies].sort((a, b) => (a.status === b.status ? b.priority - a.priority : a.status === "active" ? -1 : 1)),
  })
}

/** A policy from the list, by id. */
export function usePolicy(id: string | undefined) {
  const { data, ...rest } = usePolicies()
  return { ...rest, data: data?.find((policy) => policy.id === id) }
}

/** Adds a policy. */
export function useCreatePolicy() {
  return usePolicyMutation((body: PolicyBody) => post(PATH, body))
}

/** Gives a policy new terms as a new version; the old ones stay as they were. */
export function useAddPolicyVersion(id: string) {
  return usePolicyMutation((body: PolicyVersionBody) => post(`${PATH}/${id}/versions`, body))
}

/** Puts a policy into use, or out of it. */
export function useSetPolicyStatus() {
  return usePolicyMutation(({ id, action }: { id: string; action: "activate" | "archive" }) => post(`${PATH}/${id}/${action}`, {}))
}

function usePolicyMutation<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.policies() }) })
}
