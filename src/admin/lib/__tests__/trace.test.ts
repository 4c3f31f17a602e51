import { readTrace } from "../trace"

const term = { term: "floor", value: 941_200, unit: "price" }

describe("the decision's trace", () => {
  it("reads lines with their terms, and plain lists of terms", () => {
    expect(readTrace([{ line_id: "a", terms: [term] }])).toEqual([{ line_id: "a", terms: [term] }])
    expect(readTrace({ lines: [{ line_id: "a", trace: [term] }] })).toEqual([{ line_id: "a", terms: [term] }])
    expect(readTrace([term])).toEqual([{ line_id: null, terms: [term] }])
  })

  it("reads nothing from anything else", () => {
    expect([null, "text", 5, {}, [{}], [{ line_id: "a" }]].map(readTrace)).toEqual([[], [], [], [], [], []])
  })
})
