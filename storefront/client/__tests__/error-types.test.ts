import { isNegotiationError, NegotiationError } from ".."

const errorWith = (code: string, details: Record<string, unknown>): unknown => new NegotiationError({ type: "conflict", code, status: 409, message: "No", details })

it("a known code says what the details hold", () => {
  const error = errorWith("stale_version", { current_version: 3 })
  if (!isNegotiationError(error, "stale_version")) throw new Error("not told by its code")
  const version: number = error.details.current_version
  expect(version).toBe(3)
  // @ts-expect-error What does not come with this code can't be read.
  expect(error.details.retry_at).toBeUndefined()
})

it("a misspelt code does not compile", () => {
  const error = errorWith("stale_version", {})
  // @ts-expect-error No error has this code.
  expect(isNegotiationError(error, "stale_versoin")).toBe(false)
})

it("codes of other routes are kept as they came", () => {
  const error = errorWith("some_code_of_medusa", {})
  expect(isNegotiationError(error) && error.code).toBe("some_code_of_medusa")
})
