import { networkError } from "../../client/errors"
import type { Speech } from "../phrases"
import type { OnDemand } from "./host"

/** Loads what a buyer taps for, with its sentences in one language. @throws {NegotiationError} where it can't be had */
export async function loadOnDemand(locale: Speech["locale"]): Promise<OnDemand> {
  const parts = await import("./on-demand").catch((error: unknown) => Promise.reject(networkError(error)))
  await parts.learnGuide(locale)
  return parts
}
