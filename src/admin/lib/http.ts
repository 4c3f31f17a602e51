import { FetchError } from "@medusajs/js-sdk"
import { sdk } from "./sdk"

type Query = Record<string, string | number | undefined>

/** Reads one of the plugin's admin routes. Rejects with the client's `FetchError`, whose `message` is the API's. */
export function get<Answer>(path: string, query: Query = {}): Promise<Answer> {
  return sdk.client.fetch<Answer>(path, { method: "GET", query: withoutEmpty(query) })
}

/** Reads a file of one of the plugin's admin routes. Rejects with the client's `FetchError`. */
export async function getFile(path: string): Promise<Blob> {
  return (await sdk.client.fetch<Response>(path, { method: "GET", headers: { accept: "*/*" } })).blob()
}

/** Sends a command to one of the plugin's admin routes. Rejects with the client's `FetchError`. */
export function post<Answer>(path: string, body: object): Promise<Answer> {
  return sdk.client.fetch<Answer>(path, { method: "POST", body })
}

/** Sends a file to one of the plugin's admin routes, in the field `file`. Rejects with the client's `FetchError`. */
export function postFile<Answer>(path: string, file: File): Promise<Answer> {
  const body = new FormData()
  body.append("file", file)
  // Without a content type of its own the browser names the form's.
  return sdk.client.fetch<Answer>(path, { method: "POST", body, headers: { "content-type": null } })
}

/** True where somebody else was faster: the case's version moved, its turn changed, or it has ended. */
export function isConflict(error: unknown): boolean {
  return error instanceof FetchError && error.status === 409
}

/** True where nothing with this id is there (or not for this user). */
export function isNotFound(error: unknown): boolean {
  return error instanceof FetchError && error.status === 404
}

/** The sentence to show for an error: the API's own, or the fallback where it could not be reached or broke. */
export function messageOf(error: unknown, fallback: string): string {
  return error instanceof FetchError && error.message ? error.message : fallback
}

/** An empty filter would be sent as `q=` and refused; leaving it out means "no filter". */
function withoutEmpty(query: Query): Record<string, string | number> {
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== ""))
}
