import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "zod"
import { ContractError, ERROR_CODES, isContractError, type ErrorBody, type ErrorCode } from "../contract"

/** One sentence for every missing or foreign id: a stranger must not learn which of the two it was. */
export const NOT_FOUND_MESSAGE = "Not found"

/** The error for anything that is missing, or is somebody else's. */
export function notFound(): ContractError {
  return new ContractError("not_found", NOT_FOUND_MESSAGE)
}

/** Which contract code a failed check of a body stands for, by the field it failed on. */
function codeOf(issue: z.core.$ZodIssue): ErrorCode {
  const field = issue.path.at(-1)
  if (field === "lines" && issue.code === "too_big") return "too_many_lines"
  if (field === "quantity") return "invalid_quantity"
  if (field === "unit_price" || field === "target_unit_price" || field === "target_total") return "invalid_price"
  return "invalid_data"
}

/** Of several shapes, the one that was missed by the least is the one that was meant. */
function issuesOf(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue]
  return [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [issue]
}

/**
 * Checks a body or a query against its contract.
 * @throws ContractError naming the first field that is wrong; nothing has been read or stored by then.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.flatMap(issuesOf)
  const first = issues[0]
  if (!first) throw new ContractError("invalid_data", "Invalid data")
  const where = first.path.join(".")
  throw new ContractError(codeOf(first), where ? `${where}: ${first.message}` : first.message, {
    issues: issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  })
}

/** The answer for an error the contract knows, or null for a bug, which Medusa's own handler reports. */
export function errorAnswer(error: unknown): { status: number; body: ErrorBody } | null {
  if (isContractError(error)) {
    const { status, type } = ERROR_CODES[error.code]
    const body: ErrorBody = { type, code: error.code, message: error.message }
    if (error.details !== undefined) body.details = error.details
    return { status, body }
  }
  if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND) {
    return { status: 404, body: { type: "not_found", code: "not_found", message: NOT_FOUND_MESSAGE } }
  }
  return null
}

/** Sends an error the contract knows; false where it knows none. */
export function sendError(res: MedusaResponse, error: unknown): boolean {
  const answer = errorAnswer(error)
  if (!answer) return false
  res.status(answer.status).json(answer.body)
  return true
}

/** Wraps a route so that expected failures become the contract's error bodies (Medusa's own handler drops `details`). */
export function withErrors<Request extends MedusaRequest>(
  handler: (req: Request, res: MedusaResponse) => Promise<void>
): (req: Request, res: MedusaResponse, next: MedusaNextFunction) => Promise<void> {
  return async (req, res, next) => {
    try {
      await handler(req, res)
    } catch (error) {
      if (!sendError(res, error)) next(error)
    }
  }
}
