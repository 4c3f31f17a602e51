import type { Answer } from "../types"

/** The answer on a case and the line it comes from. */
export interface CaseAnswer {
  readonly answer: Answer
  /** Index of the first line with that answer; -1 where no line has it. */
  readonly from: number
}

/**
 * The case takes the most human of its lines' answers (ENGINE.md, Escalate). Lines that may not be negotiated or have
 * no rounds left say nothing for the others; but then the rest is offered, not agreed behind the buyer's back.
 */
export function caseAnswer(answers: readonly Answer[]): CaseAnswer {
  const first = (answer: Answer): CaseAnswer => ({ answer, from: answers.indexOf(answer) })
  for (const answer of ["person", "counter"] as const) if (answers.includes(answer)) return first(answer)
  if (answers.includes("accept")) {
    return answers.every((answer) => answer === "accept") ? first("accept") : { answer: "counter", from: -1 }
  }
  return answers.includes("limit") ? first("limit") : first("decline")
}
