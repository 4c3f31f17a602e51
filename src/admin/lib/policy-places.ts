/** A place in a policy's terms, step by step: `["routing", 2, "when", "depth_from"]`. */
export type Place = readonly (string | number)[]

/** Reads a place as the API writes it: `routing[2].when.depth_from`. */
export function placeOf(path: string): Place {
  return path.split(/[.[\]]+/).filter(Boolean).map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

function routingField([index, ...rest]: Place): string {
  const [first, second] = rest
  const field = first === "when" ? (second ?? "name") : (first ?? "name")
  return `rules.routing.${index}.${field}`
}

function strategyField([index, first, second]: Place): string {
  return `rules.strategies.${index}.${first === "terms" && second !== undefined ? `terms.${second}` : (first ?? "name")}`
}

function leverField([first, second, third]: Place): string {
  if (first === "freight" && typeof second === "number") return `rules.levers.freight.${second}.${third ?? "shipping_option_id"}`
  return first === "payment" ? `rules.levers.payment_${second ?? "terms"}` : `rules.levers.${first ?? "kept_share"}`
}

function eligibilityField([first, second]: Place): string {
  return `rules.eligibility.${first === "credit" ? `credit_${second ?? "watch"}` : (first ?? "minimum_value")}`
}

/** The field of the form that a place of the terms is typed in. */
export function fieldAt(place: Place): string {
  const [first, ...rest] = place
  switch (first) {
    case "routing":
      return routingField(rest)
    case "strategies":
      return strategyField(rest)
    case "levers":
      return leverField(rest)
    case "eligibility":
      return eligibilityField(rest)
    case "priority":
    case "name":
      return first
    case "scope":
      return "segments"
    default:
      return `terms.${first ?? ""}`
  }
}
