import type { PolicyProblem } from "./compiled"

/**
 * Segments a rule or a strategy names although its policy never answers for them; nothing where one of them is answered for.
 * @param named what it names; left out: every one
 * @param path where that stands
 * @param scope the policy's own segments; empty: every one
 * @param effect what comes of it
 */
export function checkSegments(named: readonly string[] | undefined, path: string, scope: readonly string[], effect: string): PolicyProblem[] {
  if (named === undefined || named.length === 0 || scope.length === 0 || named.some((segment) => scope.includes(segment))) return []
  const are = named.map((segment) => `“${segment}”`).join(", ")
  return [{ path, message: `${are}: not among the segments the policy is for (${scope.join(", ")}): ${effect}` }]
}
