import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminPolicy, PolicyBody, PolicyVersionBody, SimulateBody, Simulation } from "../../contract"
import { get } from "../lib/http"
import { postPolicy, type PolicyNote } from "../lib/policy-problems"
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

/** What a policy that was saved came to, and what somebody should know although it works. */
export interface SavedPolicy {
  policy: AdminPolicy
  warnings: PolicyNote[]
}

/** Adds a policy. */
export function useCreatePolicy() {
  return usePolicyMutation((body: PolicyBody) => postPolicy<SavedPolicy>(PATH, body))
}

/** Gives a policy new terms as a new version; the old ones stay as they were. */
export function useAddPolicyVersion(id: string) {
  return usePolicyMutation((body: PolicyVersionBody) => postPolicy<SavedPolicy>(`${PATH}/${id}/versions`, body))
}

/** Puts a policy into use, or out of it. */
export function useSetPolicyStatus() {
  return usePolicyMutation(({ id, action }: { id: string; action: "activate" | "archive" }) => postPolicy<{ policy: AdminPolicy }>(`${PATH}/${id}/${action}`, {}))
}

/** Tries terms on a first ask; nothing is stored. */
export function useSimulation(id: string) {
  return useMutation({
    mutationFn: async (body: Partial<SimulateBody> & Pick<SimulateBody, "lines">) => (await postPolicy<{ simulation: Simulation }>(`${PATH}/${id}/simulate`, body)).simulation,
  })
}

function usePolicyMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.policies() }) })
}
