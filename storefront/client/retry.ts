import type { RetryConfig } from "./config"
import { isNegotiationError, networkError, type NegotiationError } from "./errors"
import { wait } from "./wait"

/** Answers that say nothing about the command: whoever stands before the store gave them, or the store asked for patience. */
const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([0, 429, 502, 503, 504])

/** Milliseconds the store asked to wait; null where it did not. */
function askedWait(error: NegotiationError): number | null {
  const seconds = Number(error.details["retry_after"])
  return Number.isFinite(seconds) && seconds >= 0 && error.details["retry_after"] !== undefined ? seconds * 1_000 : null
}

/** Wait before repetition number `repetition` (from 0): exponential, and up to half of it by chance, so that clients spread. */
function ownWait({ first_wait_ms, longest_wait_ms }: RetryConfig, repetition: number): number {
  const full = Math.min(longest_wait_ms, first_wait_ms * 2 ** repetition)
  return full / 2 + Math.random() * (full / 2)
}

/**
 * Sends until there is an answer worth having: what got lost on the way, and what a proxy or the rate limit turned away, is sent
 * again. An abort ends it at once and is thrown as it is.
 *
 * @throws NegotiationError of the last attempt
 */
export async function withRetry<Answer>(config: RetryConfig, signal: AbortSignal | undefined, send: () => Promise<Answer>): Promise<Answer> {
  for (let repetition = 0; ; repetition += 1) {
    try {
      signal?.throwIfAborted()
      return await send()
    } catch (caught) {
      if (signal?.aborted) throw signal.reason
      const error = isNegotiationError(caught) ? caught : networkError(caught)
      const pause = askedWait(error) ?? ownWait(config, repetition)
      if (!RETRYABLE_STATUSES.has(error.status) || repetition >= config.attempts || pause > config.longest_wait_ms) throw error
      await wait(pause, signal)
    }
  }
}
