import { load } from "./load"

const test = (title: string, status = "passed", ancestorTitles: string[] = [""]) => ({ title, status, ancestorTitles })
const file = (area: string, ...assertionResults: object[]) => ({ name: `/repo/integration-tests/cart/${area}.spec.ts`, status: "passed", assertionResults })

describe("the matrix of the cart's tests", () => {
  it("reads a row from every test's title, in the order of the promise", async () => {
    const { matrixOf } = await load("lib/matrix.mjs")
    const rows = matrixOf({
      testResults: [
        file("something-new", test("a thing → holds")),
        file("identity", test("a guest → the normal price", "failed"), test("nobody at all", "pending")),
        file("quantity", test("fewer pieces → the normal price → said in words", "passed", ["", "in euro"])),
      ],
    })
    expect(rows).toEqual([
      { area: "quantity", path: "in euro: fewer pieces", expectation: "the normal price → said in words", mark: "✓" },
      { area: "identity", path: "a guest", expectation: "the normal price", mark: "✗" },
      { area: "identity", path: "nobody at all", expectation: "", mark: "–" },
      { area: "something-new", path: "a thing", expectation: "holds", mark: "✓" },
    ])
  })

  it("lets a file stand with the area its name begins with, behind the area's own file", async () => {
    const { matrixOf } = await load("lib/matrix.mjs")
    const areas = ["walk", "adjustments-kept", "hooks-owned", "adjustments-common-floor", "never-worse-off-with-tax", "identity", "adjustments", "never-worse-off", "walking"]
    const rows: { area: string }[] = matrixOf({ testResults: areas.map((area) => file(area, test("a thing → holds"))) })
    expect(rows.map((row) => row.area)).toEqual([
      "never-worse-off", "never-worse-off-with-tax", "identity", "adjustments", "adjustments-common-floor", "adjustments-kept", "hooks-owned", "walk", "walking",
    ])
  })

  it("shows a file that could not run as a failure, and no report as nothing", async () => {
    const { matrixOf, renderMatrix } = await load("lib/matrix.mjs")
    expect(matrixOf({ testResults: [{ ...file("life"), status: "failed" }] })).toEqual([{ area: "life", path: "the file could not run", expectation: "", mark: "✗" }])
    expect(matrixOf(null)).toEqual([])
    expect(renderMatrix([])).toBe("")
  })

  it("aligns its columns and breaks long cells at a space", async () => {
    const { renderMatrix } = await load("lib/matrix.mjs")
    const long = "a path that goes on and on until nobody can read it in one line of a terminal"
    const lines: string[] = renderMatrix([
      { area: "quantity", path: long, expectation: "110", mark: "✓" },
      { area: "life", path: "short", expectation: "an end", mark: "✗" },
    ]).split("\n")
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
    expect(lines).toHaveLength(5)
    const second = lines.map((line) => line.split("|")[2]?.trim())
    expect(`${second[2]} ${second[3]}`).toBe(long)
    expect(lines[1]).toMatch(/^\|[-|]+\|$/)
    expect(lines[4]).toMatch(/^\| life +\| short +\| an end +\| ✗ \|$/)
  })
})
