import type { StoreNegotiation } from "../../client"
import type { Speech } from "../phrases"

/** What a case is called, by where it stands; without one, what asking for a price is. */
export function caseTitle(speech: Speech, negotiation: StoreNegotiation | null): string {
  if (!negotiation) return speech.say("ask_title")
  const { status, offer } = negotiation
  if (status === "awaiting_buyer" && offer) return speech.count("offer_title", offer.options.length)
  return speech.say(`status_${status}`)
}
