import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query"
import type { AdminNegotiation, ApproveBody, AssignBody, DeclineBody, NoteBody, SellerCounterBody, SellerMessageBody, StoreFile } from "../../contract"
import { get, isConflict, isNotFound, post, postFile } from "../lib/http"
import { queryKeys } from "./query-keys"

const pathOf = (id: string) => `/admin/negotiations/${id}`
const EVERY_HALF_MINUTE = 30_000
const RETRIES = 2

interface CaseAnswer {
  negotiation: AdminNegotiation
}

/** A case with everything needed to decide. Read anew every half minute, so that a colleague's move is seen before one's own. */
export function useCase(id: string) {
  return useQuery({
    queryKey: queryKeys.case(id),
    queryFn: async () => (await get<CaseAnswer>(pathOf(id))).negotiation,
    refetchInterval: EVERY_HALF_MINUTE,
    retry: (count, error) => !isNotFound(error) && count < RETRIES,
  })
}

/** Bodies of the commands on a case, by the last part of their path. */
export interface CaseCommands {
  approve: ApproveBody
  counter: SellerCounterBody
  decline: DeclineBody
  assign: AssignBody
  notes: NoteBody
}

/**
 * Sends one command on a case. The answer is the case as it stands after it; the queues are read anew. After a conflict
 * the case is read anew as well, so that the page can show what changed.
 */
export function useCaseCommand<Name extends keyof CaseCommands>(id: string, name: Name) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CaseCommands[Name]) => post<Partial<CaseAnswer>>(`${pathOf(id)}/${name}`, body),
    onSuccess: ({ negotiation }) => {
      if (negotiation) takeOver(client, negotiation)
      void client.invalidateQueries({ queryKey: queryKeys.negotiations })
    },
    onError: (error) => {
      if (isConflict(error)) void client.invalidateQueries({ queryKey: queryKeys.case(id) })
    },
  })
}

/** A message to the buyer, and the file that goes with it. */
export interface Written {
  message: string
  file: File | null
}

/** Sends a message to the buyer. Its file goes first: the words are not sent without what they speak of. */
export function useWriteToBuyer(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ message, file }: Written) => {
      const kept = file ? (await postFile<{ file: StoreFile }>(`${pathOf(id)}/files`, file)).file : null
      const body: SellerMessageBody = { message, ...(kept ? { file_ids: [kept.id] } : {}) }
      return post<CaseAnswer>(`${pathOf(id)}/messages`, body)
    },
    onSuccess: ({ negotiation }) => takeOver(client, negotiation),
    onError: (error) => {
      if (isConflict(error)) void client.invalidateQueries({ queryKey: queryKeys.case(id) })
    },
  })
}

/**
 * Puts the answer of a command in place of the case. A version that is the very next one is the user's own doing; one
 * further on has a colleague's move in between, which the page must show.
 */
function takeOver(client: QueryClient, negotiation: AdminNegotiation): void {
  const before = client.getQueryData<AdminNegotiation>(queryKeys.case(negotiation.id))
  if (before && negotiation.version <= before.version + 1) client.setQueryData(queryKeys.ownVersion(negotiation.id), negotiation.version)
  client.setQueryData(queryKeys.case(negotiation.id), negotiation)
}
