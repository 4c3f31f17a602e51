import { DEFAULT_RETRY, type NegotiationClientConfig, type RequestOptions, type RetryConfig } from "./config"
import { errorOf } from "./errors"
import { withRetry } from "./retry"

/** Values of a query; what is undefined stays out, lists become comma-separated. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

/** A request to the store. */
export interface TransportRequest extends RequestOptions {
  readonly method?: "GET" | "POST" | "DELETE" | undefined
  readonly query?: Query | undefined
  /** Sent as JSON; a FormData as it is. */
  readonly body?: unknown
}

function originOf(baseUrl: string): string {
  if (baseUrl !== "" && baseUrl !== "/") return baseUrl.replace(/\/+$/, "")
  return typeof location === "undefined" ? "" : location.origin
}

function browserLocale(): string | undefined {
  return typeof navigator === "undefined" ? undefined : navigator.language
}

/** The body of an answer; null where there is none, or no JSON. */
async function readJson(answer: Response): Promise<unknown> {
  const text = await answer.text()
  try {
    return text === "" ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Header `Retry-After` as the contract's detail, where the body has none. Only its form in seconds. */
function withRetryAfter(body: unknown, answer: Response): unknown {
  const header = answer.headers.get("retry-after")
  if (header === null || !/^\d+$/.test(header)) return body
  const known = typeof body === "object" && body !== null ? (body as { details?: object }) : {}
  return { ...known, details: { retry_after: Number(header), ...known.details } }
}

/** Sends requests to the store with login, key and language. Knows HTTP, and no route. */
export class Transport {
  readonly #config: NegotiationClientConfig
  readonly #retry: RetryConfig
  readonly #origin: string

  constructor(config: NegotiationClientConfig) {
    this.#config = config
    this.#retry = { ...DEFAULT_RETRY, ...config.retry }
    this.#origin = originOf(config.baseUrl)
  }

  /**
   * Sends a request and reads its JSON, again where it may have got lost: callers see to it that sending twice acts once.
   *
   * @throws NegotiationError for every answer that is no success, and where nobody answers
   */
  send<Answer>(path: string, request: TransportRequest = {}): Promise<Answer> {
    return this.#attempt(request, path, async (answer) => {
      const body = await readJson(answer)
      if (body === null && answer.status !== 204) throw errorOf(answer.status, { type: "unexpected_answer", message: "The answer is no JSON" })
      return body as Answer
    })
  }

  /** Reads a file, again where it got lost. @throws NegotiationError */
  read(path: string, request: TransportRequest = {}): Promise<Blob> {
    return this.#attempt({ ...request, headers: { accept: "*/*", ...request.headers } }, path, (answer) => answer.blob())
  }

  /** Sends until there is an answer worth having, and takes from it what is wanted. */
  #attempt<Taken>(request: TransportRequest, path: string, take: (answer: Response) => Promise<Taken>): Promise<Taken> {
    const retry = { ...this.#retry, attempts: request.attempts ?? this.#retry.attempts }
    return withRetry(retry, request.signal, async () => {
      const timeout = AbortSignal.timeout(this.#retry.timeout_ms)
      const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout
      const answer = await this.open(path, { ...request, signal })
      if (!answer.ok) throw errorOf(answer.status, withRetryAfter(await readJson(answer), answer))
      return take(answer)
    })
  }

  /** Sends a request once and hands over the answer as it comes. */
  async open(path: string, { method = "GET", query = {}, body, headers = {}, signal }: TransportRequest = {}): Promise<Response> {
    const { credentials, token } = this.#config
    const send = this.#config.fetch ?? fetch
    return send(this.#url(path, query), {
      method,
      headers: await this.#headers(body, headers),
      credentials: credentials ?? (token === undefined ? "include" : "omit"),
      cache: "no-store",
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  }

  #url(path: string, query: Query): string {
    const values = Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined || value === null ? [] : [[name, Array.isArray(value) ? value.join(",") : String(value)]]
    )
    return `${this.#origin}${path}${values.length > 0 ? `?${new URLSearchParams(values)}` : ""}`
  }

  async #headers(body: unknown, more: Readonly<Record<string, string>>): Promise<Record<string, string>> {
    const { publishableKey, token, locale, headers } = this.#config
    const login = typeof token === "function" ? await token() : token
    const language = (typeof locale === "function" ? locale() : locale) ?? browserLocale()
    return {
      accept: "application/json",
      "x-publishable-api-key": publishableKey,
      ...(body === undefined || body instanceof FormData ? {} : { "content-type": "application/json" }),
      ...(login ? { authorization: `Bearer ${login}` } : {}),
      ...(language ? { "accept-language": language } : {}),
      ...headers,
      ...more,
    }
  }
}
