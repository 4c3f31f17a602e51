import { Agent } from "node:http"
import type { Readable } from "node:stream"
import type { Article, Ground } from "./shop"
import type { Person } from "./people"

/** What the store answered. Nothing throws: a refusal is an answer to look at. */
export interface Answered {
  readonly status: number
  // The tests read bodies of many shapes; the contract's schemas check those that have one.
  readonly data: any
  readonly headers: Record<string, string>
}

/** One side of the shop's counter: requests as somebody, or as a guest. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answered>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
  delete(path: string, headers?: Record<string, string>, body?: unknown): Promise<Answered>
  /** A GET whose body is read as it comes: an event stream, a file. */
  open(path: string, headers?: Record<string, string>): Promise<Opened>
}

/** An answer that is still coming. */
export interface Opened {
  readonly status: number
  readonly data: Readable
  readonly headers: Record<string, string>
}

/** The test runner's HTTP client, as far as it is used here. */
export interface Http {
  request(config: { method: string; url: string; data?: unknown; headers: Record<string, string>; validateStatus: () => boolean; httpAgent: Agent; responseType?: "stream" }): Promise<Answered>
}

/**
 * A connection for each request. One that is kept for the next is closed by the store after five idle seconds: on a busy machine just
 * when that next request has been written to it, which is answered with a reset instead.
 */
const httpAgent = new Agent({ keepAlive: false })

function client(http: Http, own: Record<string, string>): Client {
  const call = (method: string, url: string, data?: unknown, headers: Record<string, string> = {}) =>
    http.request({ method, url, data, headers: { ...own, ...headers }, validateStatus: () => true, httpAgent })
  return {
    get: (path, headers) => call("get", path, undefined, headers),
    post: (path, body = {}, headers = {}) => call("post", path, body, headers),
    delete: (path, headers, body) => call("delete", path, body, headers),
    open: (url, headers = {}) => http.request({ method: "get", url, headers: { ...own, ...headers }, validateStatus: () => true, httpAgent, responseType: "stream" }),
  }
}

async function token(http: Http, actor: "customer" | "user", person: Person): Promise<string> {
  const answer = await client(http, {}).post(`/auth/${actor}/emailpass`, { email: person.email, password: person.password })
  if (answer.status !== 200) throw new Error(`${person.email} could not log in: ${JSON.stringify(answer.data)}`)
  return answer.data.token
}

/** Requests as somebody without a login. */
export function asGuest(http: Http, ground: Ground): Client {
  return client(http, { "x-publishable-api-key": ground.publishable_key })
}

/** Requests as a logged-in buyer. */
export async function asBuyer(http: Http, ground: Ground, person: Person): Promise<Client> {
  return client(http, { "x-publishable-api-key": ground.publishable_key, authorization: `Bearer ${await token(http, "customer", person)}` })
}

/** Requests as the merchant. */
export async function asAdmin(http: Http, person: Person): Promise<Client> {
  return client(http, { authorization: `Bearer ${await token(http, "user", person)}` })
}

/** Makes a cart with some lines. @returns the cart as the store shows it. */
export async function cartWith(who: Client, regionId: string, lines: readonly { article: Article; quantity: number }[]) {
  let answer = await who.post("/store/carts", { region_id: regionId })
  const id: string = answer.data.cart.id
  for (const { article, quantity } of lines) answer = await who.post(`/store/carts/${id}/line-items`, { variant_id: article.variant_id, quantity })
  if (answer.status !== 200) throw new Error(`No cart: ${JSON.stringify(answer.data)}`)
  return answer.data.cart
}
