import type { Answered } from "../../setup/client"

const MOST_TOLD = 300

/** The store and the model disagree, or the store broke a promise. */
export class Divergence extends Error {
  override readonly name = "Divergence"
}

/** @throws Divergence unless the store answered with one of these statuses. */
export function expectStatus(what: string, answer: Answered, ...statuses: number[]): void {
  if (!statuses.includes(answer.status)) {
    throw new Divergence(`${what}: expected ${statuses.join(" or ")}, got ${answer.status} ${JSON.stringify(answer.data).slice(0, MOST_TOLD)}`)
  }
}
