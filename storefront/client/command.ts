import type { CommandOptions } from "./config"
import { newIdempotencyKey } from "./idempotency-key"
import type { Transport } from "./transport"

/** Sends a command: one key for it, however often it has to be sent. */
export function command<Answer>(transport: Transport, path: string, body: unknown, { idempotencyKey, headers, ...options }: CommandOptions = {}): Promise<Answer> {
  return transport.send<Answer>(path, {
    method: "POST",
    body,
    headers: { ...headers, "idempotency-key": idempotencyKey ?? newIdempotencyKey() },
    ...options,
  })
}

/** An id in a path. */
export function segment(id: string): string {
  return encodeURIComponent(id)
}
