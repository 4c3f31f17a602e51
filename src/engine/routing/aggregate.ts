import type { Answer } from "../types"

/** The answer on a case and the line it comes from. */
export interface CaseAnswer {
  readonly answer: Answer
  /** Index of the first line with that answer; -1 where no line has it. */
  readonly from: number
}

/** A line that is answered. */
interface Answered {
  readonly answer: Answer
}

function first(lines: readonly Answered[], answer: Answer): CaseAnswer {
  return { answer, from: lines.findIndex((line) => line.answer === answer) }
}

/**
 * The case takes the most human of its lines' answers (ENGINE.md, Escalate). Lines that may not be negotiated or have
 * no rounds left say nothing for the others; but then the rest is offered, not agreed behind the buyer's back.
 */
export function caseAnswer(lines: readonly Answered[]): CaseAnswer {
  const has = (answer: Answer): boolean => lines.some((line) => line.answer === answer)
  if (has("person")) return first(lines, "person")
  if (has("counter")) return first(lines, "counter")
  if (has("accept")) return lines.every((line) => line.answer === "accept") ? first(lines, "accept") : { answer: "counter", from: -1 }
  return first(lines, has("limit") ? "limit" : "decline")
}
