/** A login: a customer's JWT, or something that knows it, asked before every request. */
export type TokenSource = string | (() => string | null | undefined | Promise<string | null | undefined>)

/** How often, and how patiently, a request that may have got lost is sent again. */
export interface RetryConfig {
  /** Times a request is sent again. */
  readonly attempts: number
  /** Wait before the first repetition in milliseconds; it doubles each time, with some chance in it. */
  readonly first_wait_ms: number
  /** Longest wait in milliseconds. Where the store asks for a longer one (`rate_limited`), the error is thrown at once. */
  readonly longest_wait_ms: number
  /** An attempt without an answer after so many milliseconds counts as lost. */
  readonly timeout_ms: number
}

/** What a {@link NegotiationClient} is made of. */
export interface NegotiationClientConfig {
  /** Address of the Medusa store; empty or "/" for the page's own. */
  readonly baseUrl: string
  readonly publishableKey: string
  /** The customer's JWT, or a function that gives it: `() => sdk.client.getToken()`. Left out where the login is a session cookie. */
  readonly token?: TokenSource | undefined
  /** Whether cookies travel along; "include" for logins by session. Default: "omit" with a token, "include" without one. */
  readonly credentials?: RequestCredentials | undefined
  /** Language of headlines and conditions (`Accept-Language`), or a function that gives it. Default: the browser's. */
  readonly locale?: string | (() => string | undefined) | undefined
  /** Sends requests instead of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined
  readonly retry?: Partial<RetryConfig> | undefined
  /** More headers for every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Options of a single request. */
export interface RequestOptions {
  readonly signal?: AbortSignal | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Times this request is sent again where it may have got lost; default: as the client is configured. */
  readonly attempts?: number | undefined
}

/** Options of a command. */
export interface CommandOptions extends RequestOptions {
  /**
   * The command's `Idempotency-Key`. One is made where none is given, and kept over the client's own repetitions. Give your own
   * to repeat a command after a reload: the same key and body act once.
   */
  readonly idempotencyKey?: string | undefined
}

/** How {@link RetryConfig} is filled in. */
export const DEFAULT_RETRY: RetryConfig = { attempts: 4, first_wait_ms: 300, longest_wait_ms: 20_000, timeout_ms: 30_000 }
