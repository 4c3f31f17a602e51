import { networkError } from "../../client/errors"
import type { OnDemand } from "./host"

/** Loads what a buyer taps for. @throws {NegotiationError} where it can't be had */
export function loadOnDemand(): Promise<OnDemand> {
  return import("./on-demand").catch((error: unknown) => Promise.reject(networkError(error)))
}
