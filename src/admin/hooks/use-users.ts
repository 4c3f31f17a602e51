import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

interface Person {
  id: string
  email: string
  first_name?: string | null
  last_name?: string | null
}

const FIELDS = "id,email,first_name,last_name"
const A_WHILE = 5 * 60_000

function nameOf({ first_name, last_name, email }: Person): string {
  return [first_name, last_name].filter(Boolean).join(" ") || email
}

function useUsers() {
  return useQuery({
    queryKey: queryKeys.users(),
    queryFn: async (): Promise<Person[]> => (await sdk.admin.user.list({ fields: FIELDS, limit: 200 })).users,
    staleTime: A_WHILE,
    retry: false,
  })
}

/** The user who is logged in. */
export function useMe() {
  return useQuery({
    queryKey: queryKeys.me(),
    queryFn: async (): Promise<Person> => (await sdk.admin.user.me({ fields: FIELDS })).user,
    staleTime: A_WHILE,
  })
}

/** Everybody a case or company can be given to, by name. A user who may not list users sees nobody but themselves. */
export function useUserChoices(): { value: string; label: string }[] {
  const me = useMe()
  const users = useUsers()
  return (users.data ?? (me.data ? [me.data] : [])).map((user) => ({ value: user.id, label: nameOf(user) }))
}

/** Names of the store's users by id. A user who may not list users sees ids of others, and their own name. */
export function useUserNames(): (id: string | null) => string | null {
  const { t } = useTranslation("negotiation")
  const me = useMe()
  const users = useUsers()
  return (id) => {
    if (id === null) return null
    if (id === me.data?.id) return t("common.you")
    const user = users.data?.find((candidate) => candidate.id === id)
    return user ? nameOf(user) : id
  }
}
