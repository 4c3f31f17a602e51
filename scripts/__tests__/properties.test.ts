import { load } from "./load"

describe("the long run of the engine's properties", () => {
  it("adds up what each test file left", async () => {
    const { addTallies } = await load("lib/properties.mjs")
    const line = (events: number, properties: number, runs: number) => `${JSON.stringify({ file: "some.test.ts", events, properties, runs })}\n`
    expect(addTallies(line(10, 2, 600) + line(0, 1, 300))).toEqual({ events: 10, properties: 3, runs: 900 })
    expect(addTallies("")).toEqual({ events: 0, properties: 0, runs: 0 })
  })
})
