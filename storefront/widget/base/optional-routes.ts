import { isNegotiationError, type NegotiationClient } from "../../client"
import { keep, recall } from "./storage"

const asked = new Map<string, Promise<boolean>>()

/**
 * Asks a store once whether it has a route, and remembers for as long as the tab lives. From a page of another origin a missing
 * route looks like no answer at all.
 */
function once(client: NegotiationClient, route: string, ask: () => Promise<boolean>): Promise<boolean> {
  const name = `route:${client.config.baseUrl}:${route}`
  const kept = recall<boolean>(name)
  if (kept !== null) return Promise.resolve(kept)
  const known = asked.get(name)
  if (known) return known
  const answer = ask()
  asked.set(name, answer)
  void answer.then((there) => keep(name, there))
  return answer
}

/** Whether the store takes what buyers did: told that somebody looks at a case, it answers anything but 404. */
export function canTakeRatings(client: NegotiationClient): Promise<boolean> {
  return once(client, "events", () =>
    client.behaviour.record({ name: "panel_opened" }, { attempts: 0 }).then(
      () => true,
      (error: unknown) => isNegotiationError(error) && error.status !== 404 && error.status >= 400 && error.status < 500 && error.status !== 401
    )
  )
}

/** Whether the store keeps files: a missing file answers with the contract's body, a missing route does not. */
export function canAcceptFiles(client: NegotiationClient): Promise<boolean> {
  return once(client, "files", () =>
    client.fetch("/store/negotiation-files/none", { attempts: 0 }).then(
      () => true,
      (error: unknown) => isNegotiationError(error, "not_found")
    )
  )
}
