import type { LeverTerms } from "../types"
import type { PolicyProblem } from "./compiled"
import { toBasisPoints } from "./shares"

/** Largest gain of one order, in major units. */
const MAX_GAIN = 1_000_000_000
const MAX_DAYS = 365
const SUBSTITUTES: readonly string[] = ["off", "configured", "category"]

function shareProblem(share: number, highest: number): string | null {
  if (!(share >= 0 && share <= highest)) return `must be a share from 0 to ${highest}`
  return toBasisPoints(share) === null ? "must have at most four decimals" : null
}

function daysProblem(days: number): string | null {
  return Number.isInteger(days) && days >= 0 && days <= MAX_DAYS ? null : `must be a whole number from 0 to ${MAX_DAYS}`
}

/** What can't work in the levers of a policy, each with where it stands: figures out of range, and one thing named twice. */
export function checkLevers(levers: LeverTerms | undefined): PolicyProblem[] {
  if (levers === undefined) return []
  const problems: PolicyProblem[] = []
  const note = (path: string, message: string | null): void => {
    if (message !== null) problems.push({ path: `levers.${path}`, message })
  }
  const { freight, payment } = levers
  note("kept_share", shareProblem(levers.kept_share, 1))
  freight.forEach((each, index) => {
    note(`freight[${index}].transit_days`, daysProblem(each.transit_days))
    for (const [code, gain] of Object.entries(each.gain)) {
      note(`freight[${index}].gain.${code}`, gain > 0 && gain <= MAX_GAIN ? null : `must be above 0 and at most ${MAX_GAIN}`)
    }
    const first = freight.findIndex((other) => other.shipping_option_id === each.shipping_option_id)
    note(`freight[${index}].shipping_option_id`, first === index ? null : `is already in freight[${first}]`)
  })
  note("payment.standard_days", daysProblem(payment.standard_days))
  note("payment.annual_rate", shareProblem(payment.annual_rate, 1))
  note("payment.bad_debt", shareProblem(payment.bad_debt, 0.5))
  payment.terms.forEach((id, index) => {
    note(`payment.terms[${index}]`, payment.terms.indexOf(id) === index ? null : "is named twice")
  })
  note("substitutes", SUBSTITUTES.includes(levers.substitutes) ? null : `must be one of ${SUBSTITUTES.join(", ")}`)
  return problems
}

/** Levers that would never bring an offer: all of the gain kept, a gain of nothing, nobody who could pay sooner. */
export function checkIdleLevers(levers: LeverTerms | undefined): PolicyProblem[] {
  if (levers === undefined) return []
  const { freight, payment } = levers
  const problems: PolicyProblem[] = []
  if (levers.kept_share === 1 && (freight.length > 0 || payment.terms.length > 0)) {
    problems.push({ path: "levers.kept_share", message: "must be under 1: no slower delivery or sooner payment would ever be worth anything to a buyer" })
  }
  freight.forEach((each, index) => {
    if (Object.keys(each.gain).length > 0) return
    problems.push({ path: `levers.freight[${index}].gain`, message: "names no currency: it would never be offered" })
  })
  if (payment.terms.length === 0) return problems
  if (payment.standard_days === 0) {
    problems.push({ path: "levers.payment.standard_days", message: "must be above 0: nobody can pay sooner than at once" })
  }
  if (payment.annual_rate === 0 && payment.bad_debt === 0) {
    problems.push({ path: "levers.payment.annual_rate", message: "must be above 0 where bad_debt is 0: paying sooner would bring nothing" })
  }
  return problems
}
