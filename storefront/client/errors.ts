import type { ErrorBody, ErrorCode } from "../../src/contract"

/** Faults that no answer of the store names: nobody answered, or what answered was not the store. */
export type ClientErrorCode = "network_error" | "unexpected_answer"

/** Codes of Medusa's own routes that a storefront has something to say to. */
export type MedusaErrorCode = "insufficient_inventory"

/** A code with a name of its own: {@link isNegotiationError} takes only these, so that a misspelt one does not compile. */
export type NegotiationErrorCode = ErrorCode | ClientErrorCode | MedusaErrorCode

/** What `details` hold under codes that come with something to go by. */
export interface NegotiationErrorDetails {
  readonly stale_version: { readonly current_version: number }
  /** When a better ask is heard again (ISO date and time); null where nobody can say. */
  readonly round_limit: { readonly retry_at?: string | null }
  /** Seconds until the store answers again. */
  readonly rate_limited: { readonly retry_after?: number }
  readonly not_negotiable: { readonly reason?: string; readonly line_item_id?: string; readonly with_tax?: readonly string[] }
  readonly unknown_line: { readonly line_item_id?: string; readonly line_id?: string }
}

/** What `details` hold under a code. */
export type DetailsOf<Code extends NegotiationErrorCode> = Code extends keyof NegotiationErrorDetails ? NegotiationErrorDetails[Code] : Readonly<Record<string, unknown>>

/** The parts of a {@link NegotiationError}. */
export interface NegotiationErrorParts {
  readonly type: string
  readonly code: NegotiationErrorCode | (string & {})
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
  /** One of {@link NegotiationErrorCode}, or whatever else another route or a proxy answered. */
  readonly code: NegotiationErrorCode | (string & {})
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

/** An error whose code is known, with the details that come with it. */
export type NegotiationErrorOf<Code extends NegotiationErrorCode> = Omit<NegotiationError, "code" | "details"> & { readonly code: Code; readonly details: DetailsOf<Code> }

/** True for a {@link NegotiationError}. */
export function isNegotiationError(error: unknown): error is NegotiationError
/** True for a {@link NegotiationError} with this code; its `details` are then those of the code. */
export function isNegotiationError<Code extends NegotiationErrorCode>(error: unknown, code: Code): error is NegotiationErrorOf<Code>
export function isNegotiationError(error: unknown, code?: NegotiationErrorCode): boolean {
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
