import { z } from "zod"

/**
 * Every error code of the HTTP contract with its status and `type`.
 * A route answers `{ type, code, message, details? }` and has stored nothing.
 */
export const ERROR_CODES = {
  invalid_data: { status: 400, type: "invalid_data" },
  invalid_quantity: { status: 400, type: "invalid_data" },
  invalid_price: { status: 400, type: "invalid_data" },
  duplicate_line: { status: 400, type: "invalid_data" },
  unknown_line: { status: 400, type: "invalid_data" },
  unknown_file: { status: 400, type: "invalid_data" },
  empty_cart: { status: 400, type: "invalid_data" },
  cart_completed: { status: 400, type: "invalid_data" },
  currency_mismatch: { status: 400, type: "invalid_data" },
  too_many_lines: { status: 400, type: "invalid_data" },
  not_negotiable: { status: 400, type: "invalid_data" },
  under_floor: { status: 400, type: "invalid_data" },
  policy_invalid: { status: 400, type: "invalid_data" },
  not_permitted: { status: 403, type: "not_allowed" },
  unauthorized: { status: 401, type: "unauthorized" },
  not_found: { status: 404, type: "not_found" },
  stale_version: { status: 409, type: "conflict" },
  offer_expired: { status: 409, type: "conflict" },
  not_your_turn: { status: 409, type: "conflict" },
  already_ended: { status: 409, type: "conflict" },
  round_limit: { status: 409, type: "conflict" },
  agreement_not_applicable: { status: 409, type: "conflict" },
  spending_limit: { status: 409, type: "conflict" },
  file_too_large: { status: 413, type: "invalid_data" },
  file_type: { status: 415, type: "invalid_data" },
  idempotency_mismatch: { status: 422, type: "invalid_data" },
  rate_limited: { status: 429, type: "rate_limited" },
} as const satisfies Record<string, { status: number; type: string }>

/** A code of {@link ERROR_CODES}. */
export type ErrorCode = keyof typeof ERROR_CODES

/** Body of every error answer of the plugin's routes. */
export const errorBodySchema = z.strictObject({
  type: z.string(),
  code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
})
/** Body of every error answer of the plugin's routes. */
export type ErrorBody = z.infer<typeof errorBodySchema>

/**
 * An expected failure of a command, on its way to the caller. Workflows and services throw it; the API answers it as
 * an {@link ErrorBody}. Recognised by its shape, because a workflow engine may hand over a copy.
 */
export class ContractError extends Error {
  override readonly name = "ContractError"

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: Record<string, unknown>
  ) {
    super(message)
  }
}

/** True for a {@link ContractError} and for a copy of one that lost its class on the way. */
export function isContractError(error: unknown): error is ContractError {
  if (typeof error !== "object" || error === null) return false
  const { name, code } = error as { name?: unknown; code?: unknown }
  return name === "ContractError" && typeof code === "string" && code in ERROR_CODES
}
