import { ContractError } from "../../contract"

/** The statuses a list is asked for: every known one, or those named. @throws ContractError for a name that is none */
export function statusesOf<Status extends string>(named: string | undefined, known: readonly Status[]): Status[] {
  if (named === undefined) return [...known]
  return named.split(",").map((name) => {
    const status = known.find((each) => each === name.trim())
    if (!status) throw new ContractError("invalid_data", `status: one or more of ${known.join(", ")}`)
    return status
  })
}
