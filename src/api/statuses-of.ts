import { ContractError } from "../contract"

/**
 * The statuses a list is asked for, `status=active,expired`: every known one where none is named.
 * @throws ContractError `invalid_data` for a word that is no status of that kind of thing
 */
export function statusesOf<Status extends string>(named: string | undefined, known: readonly Status[]): Status[] {
  if (named === undefined) return [...known]
  return named.split(",").map((name) => {
    const status = known.find((each) => each === name.trim())
    if (!status) throw new ContractError("invalid_data", `status: one or more of ${known.join(", ")}`)
    return status
  })
}
