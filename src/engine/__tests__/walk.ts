import { compilePolicy, decide, type CaseDecision, type CaseEvent, type CaseFacts, type CaseState, type CompiledPolicy, type PolicyTerms } from ".."
import { askFrom, factsFrom, type CaseDraw, type Step } from "./arbitraries"
import { personsOffer } from "./persons"
import { after, FRESH } from "./story"
import { tally } from "./tally"

/** One decision of a walk with everything it rested on. */
export interface Turn {
  readonly policy: CompiledPolicy
  readonly terms: PolicyTerms
  readonly facts: CaseFacts
  readonly state: CaseState
  readonly event: CaseEvent
  readonly decision: CaseDecision
  /** The window it is in, counted from 0. */
  readonly window: number
}

/** A policy from terms known to compile. */
export function compiled(terms: PolicyTerms): CompiledPolicy {
  const result = compilePolicy(terms)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.policy
}

/** Plays steps against the engine as a caller would: memory kept, offers standing until a new one, a restart ends them. */
export function walk(terms: PolicyTerms, draw: CaseDraw, steps: readonly Step[]): Turn[] {
  const policy = compiled(terms)
  const turns: Turn[] = []
  let state: CaseState = FRESH
  let cost = draw.line.cost
  let window = 0
  for (const step of steps) {
    if (step.do === "restart") state = { ...state, standing: [] }
    if (step.do === "cool") state = { ...state, cooling_down: step.on }
    if (step.do === "cost") cost = step.to
    if (step.do === "person") state = { ...state, standing: personsOffer(policy, factsFrom(draw, cost), step) ?? state.standing }
    if (step.do === "window") {
      state = { ...state, memory: {} }
      window += 1
    }
    if (step.do !== "ask" && step.do !== "event") continue
    const facts = factsFrom(draw, cost)
    const event: CaseEvent = step.do === "ask" ? askFrom(draw, step) : { type: step.type }
    const decision = decide(policy, facts, state, event)
    tally.events += 1
    turns.push({ policy, terms, facts, state, event, decision, window })
    state = after(decision, state)
  }
  return turns
}
