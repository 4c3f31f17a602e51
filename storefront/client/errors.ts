import type { ErrorBody, ErrorCode } from "../../src/contract"

/** Faults that no answer of the store names: nobody answered, or what answered was not the store. */
export type ClientErrorCode = "network_error" | "unexpected_answer"

/** What {@link NegotiationError} carries as `code`: the contract's codes, the client's own, and those of Medusa's other routes. */
export type NegotiationErrorCode = ErrorCode | ClientErrorCode | (string & {})

/** The parts of a {@link NegotiationError}. */
export interface NegotiationErrorParts {
  readonly type: string
  readonly code: NegotiationErrorCode
  readonly message: string
  /** HTTP status; 0 where nobody answered. */
  readonly status: number
  readonly details?: Readonly<Record<string, unknown>> | undefined
  readonly cause?: unknown
}

/**
 * A request that failed. Go by `code`: messages are English and for logs. Nothing was stored, except where `code` is
 * `network_error`: then nobody knows, and the same command with the same idempotency key settles it.
 */
export class NegotiationError extends Error {
  override readonly name = "NegotiationError"
  readonly type: string
  readonly code: NegotiationErrorCode
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>

  constructor({ type, code, message, status, details = {}, cause }: NegotiationErrorParts) {
    super(message, cause === undefined ? undefined : { cause })
    this.type = type
    this.code = code
    this.status = status
    this.details = details
  }
}

/** True for a {@link NegotiationError}, with this code where one is named. */
export function isNegotiationError(error: unknown, code?: NegotiationErrorCode): error is NegotiationError {
  return error instanceof NegotiationError && (code === undefined || error.code === code)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** The error an answer of the store stands for. Medusa's own routes leave out `code`, proxies answer whatever they like. */
export function errorOf(status: number, body: unknown): NegotiationError {
  const { type, code, message, details }: Partial<Record<keyof ErrorBody, unknown>> = isRecord(body) ? body : {}
  const known = typeof type === "string" ? type : "unexpected_answer"
  return new NegotiationError({
    status,
    type: known,
    code: typeof code === "string" ? code : known,
    message: typeof message === "string" ? message : `The store answered ${status}`,
    details: isRecord(details) ? details : undefined,
  })
}

/** The error of a request that nobody answered. */
export function networkError(cause: unknown): NegotiationError {
  const message = cause instanceof Error ? cause.message : "No answer"
  return new NegotiationError({ status: 0, type: "network_error", code: "network_error", message, cause })
}
