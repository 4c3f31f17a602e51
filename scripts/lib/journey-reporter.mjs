/** A suite that failed because a test in it did says nothing of its own. */
const ECHO = "subtestsFailed"
/** How Node's test runner says its sums, once the whole run is over. */
const SUM = /^(pass|fail|cancelled) (\d+)$/

const whyOf = (error) => {
  const cause = error?.cause ?? error
  return String(cause?.stack ?? cause?.message ?? cause ?? "")
}

/**
 * A reporter for Node's test runner. Each line is JSON: `{ failure: { file, title, message } }` of every test that failed,
 * and at the end `{ sum: "pass" | "fail" | "cancelled", count }`; a report without sums was torn.
 *
 * @param {AsyncIterable<{ type: string, data: { name?: string, file?: string, message?: string, nesting?: number, details?: { error?: Error & { failureType?: string } } } }>} events
 */
export default async function* report(events) {
  for await (const { type, data } of events) {
    const error = data.details?.error
    if (type === "test:fail" && error?.failureType !== ECHO) yield `${JSON.stringify({ failure: { file: data.file ?? "", title: data.name, message: whyOf(error) } })}\n`
    const [, sum, count] = (type === "test:diagnostic" && data.nesting === 0 && SUM.exec(data.message)) || []
    if (sum !== undefined) yield `${JSON.stringify({ sum, count: Number(count) })}\n`
  }
}
