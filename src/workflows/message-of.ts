const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

/**
 * What an error says, in words for a log. Not everything that is thrown is an Error: workflows hand on plain copies of one, or
 * wrap it as `{ action, error }`. What has no message is written out as it is.
 */
export function messageOf(error: unknown): string {
  if (typeof error === "string") return error
  if (!isObject(error)) return String(error)
  if (typeof error["message"] === "string" && error["message"] !== "") return error["message"]
  if (error["error"] !== undefined) return messageOf(error["error"])
  if (error instanceof Error) return error.name
  try {
    return JSON.stringify(error)
  } catch {
    return Object.keys(error).join(", ")
  }
}
