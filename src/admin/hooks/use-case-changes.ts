import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { AdminNegotiation } from "../../contract"
import { changesBetween, type CaseChanges } from "../lib/changes"
import { queryKeys } from "./query-keys"

/** A case with what others did to it since the user last looked. */
export interface WatchedCase {
  /** The reading the user works on: their decision carries its version. */
  basis: AdminNegotiation
  /** What happened since; null while the basis is the newest. */
  changes: CaseChanges | null
  /** Takes the newest reading as the basis. */
  acknowledge: () => void
}

/**
 * Keeps the reading a user works on apart from the newest one, so that nobody decides on what they haven't seen: a
 * command sent with the old version is refused by the API, and this tells what changed before it comes to that.
 */
export function useCaseChanges(newest: AdminNegotiation): WatchedCase {
  const client = useQueryClient()
  const [basis, setBasis] = useState(newest)
  const own = client.getQueryData<number>(queryKeys.ownVersion(newest.id)) === newest.version
  const moved = newest.version !== basis.version
  if (basis !== newest && (!moved || own)) setBasis(newest)
  const changes = moved && !own ? changesBetween(basis, newest) : null
  return { basis: changes ? basis : newest, changes, acknowledge: () => setBasis(newest) }
}
