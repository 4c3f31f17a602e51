import { messageOf } from "../message-of"

describe("messageOf", () => {
  it.each([
    ["an Error", new Error("out of stock"), "out of stock"],
    ["a plain copy of one, as a workflow hands it on", { type: "not_found", message: "no such order" }, "no such order"],
    ["one wrapped by a workflow", { action: "settle", handlerType: "invoke", error: { message: "lines is not iterable" } }, "lines is not iterable"],
    ["words", "connection lost", "connection lost"],
    ["an Error without words", new TypeError(), "TypeError"],
    ["nothing with words", { code: 42 }, '{"code":42}'],
    ["nothing at all", undefined, "undefined"],
  ])("%s → words", (_, error, words) => {
    expect(messageOf(error)).toBe(words)
  })

  it("something that holds itself → the names in it", () => {
    const round: Record<string, unknown> = { code: 1 }
    round["self"] = round
    expect(messageOf(round)).toBe("code, self")
  })
})
