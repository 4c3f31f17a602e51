import { FetchError } from "@medusajs/js-sdk"
import { sdk } from "./sdk"

/** Something the API says about a policy's terms: where, and a sentence. */
export interface PolicyNote {
  path: string
  message: string
}

/** A refusal that says where: the client's own error drops everything but the sentence. */
export class PolicyRefusal extends FetchError {
  constructor(message: string, statusText: string, status: number, readonly problems: readonly PolicyNote[]) {
    super(message, statusText, status)
  }
}

function isNote(value: unknown): value is PolicyNote {
  const note = value as Partial<PolicyNote> | null
  return typeof note === "object" && typeof note?.path === "string" && typeof note.message === "string"
}

/** Notes out of an answer's JSON; none where it has another shape. */
export function notesOf(value: unknown): PolicyNote[] {
  return Array.isArray(value) ? value.filter(isNote) : []
}

/** What a refusal says of single places; nothing for any other error. */
export function problemsOf(error: unknown): readonly PolicyNote[] {
  return error instanceof PolicyRefusal ? error.problems : []
}

function addressOf(path: string): string {
  const base = new URL(__BACKEND_URL__ ?? "/", window.location.origin)
  return `${base.origin}${base.pathname.replace(/\/$/, "")}${path}`
}

/**
 * Sends a command about a policy. Past the admin client, which keeps only the sentence of a refusal, with the same session.
 * @throws PolicyRefusal where the API refused
 */
export async function postPolicy<Answer>(path: string, body: object): Promise<Answer> {
  const token = await sdk.client.getToken()
  const response = await fetch(addressOf(path), {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/json", accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json().catch(() => ({}))
  if (response.ok) return answer as Answer
  const { message, details } = answer as { message?: string; details?: { problems?: unknown } }
  throw new PolicyRefusal(message ?? response.statusText, response.statusText, response.status, notesOf(details?.problems))
}
