import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReturnWorkflow } from "@medusajs/framework/workflows-sdk"
import { ContractError, isContractError } from "../../contract"
import type { CommandOutcome } from "./prepared"

/** How often a decision is taken anew when another one on the same company and variant came first. */
const ATTEMPTS = 5

/** An agreed price did not reach the cart; everything recorded was taken back. */
export class ApplyFailed extends Error {
  override readonly name = "ApplyFailed"

  constructor(override readonly cause: unknown) {
    super("The agreed price could not be brought into the cart")
  }
}

/** True for an error of this name. By name and not by class: a workflow engine may hand over a copy. */
export function isNamed(error: unknown, name: string): boolean {
  return typeof error === "object" && error !== null && (error as { name?: unknown }).name === name
}

/** Postgres' codes for "two transactions waited for each other" and "another one came first". */
const RACES: ReadonlySet<unknown> = new Set(["40P01", "40001"])

/** True where the same command may well succeed when it is decided anew. */
function isRace(error: unknown): boolean {
  return isNamed(error, "MemoryConflict") || RACES.has((error as { code?: unknown } | null)?.code)
}

/** Steps that run before anything of the agreed price has left the plugin's own tables. */
const isOwnStep = (action: string | undefined) => action === undefined || action.startsWith("prepare-") || action === "record-negotiation"

/**
 * Runs a command's workflow and sorts what went wrong.
 * @throws ContractError for what the caller did wrong; KeyTaken where the request was answered before; ApplyFailed where
 * the price could not be brought into the cart; anything else is a bug
 */
export async function runCommand<Input>(
  container: MedusaContainer,
  workflow: ReturnWorkflow<Input, CommandOutcome, []>,
  input: Input
): Promise<CommandOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const { result, errors } = await workflow(container).run({ input: input as never, throwOnError: false })
    const [failure] = errors ?? []
    if (!failure) return result as CommandOutcome
    const { error, action } = failure as { error: unknown; action?: string }
    if (isRace(error) && isOwnStep(action)) {
      if (attempt < ATTEMPTS) continue
      throw new ContractError("stale_version", "Somebody else is negotiating the same article at this moment: try again")
    }
    if (isContractError(error) && isOwnStep(action)) throw error
    if (isNamed(error, "KeyTaken") || isOwnStep(action)) throw error
    throw new ApplyFailed(error)
  }
}
