import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { load } from "./load"

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "negotiation-lib-"))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function write(file: string, content: string) {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), content)
}

describe("whether everything is installed", () => {
  const lock = (packages: object) => JSON.stringify({ packages: { "": {}, ...packages } })

  it.each([
    ["nothing is installed", null, false],
    ["the same versions are", { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0" } }, true],
    ["an older version is", { "node_modules/a": { version: "0.9.0" }, "node_modules/b": { version: "2.0.0" } }, false],
    ["one is missing", { "node_modules/a": { version: "1.0.0" } }, false],
  ])("knows that %s", async (_, present, expected) => {
    const { isInstalled } = await load("lib/install.mjs")
    write("package-lock.json", lock({ "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0" }, "node_modules/elsewhere": { version: "3.0.0", optional: true } }))
    if (present !== null) write("node_modules/.package-lock.json", lock(present))
    expect(isInstalled(folder)).toBe(expected)
  })
})

describe("the fingerprint of sources", () => {
  it("changes with a content and with a name, and not with a test", async () => {
    const { fingerprint } = await load("lib/fingerprint.mjs")
    write("src/a.ts", "one")
    const before = fingerprint(folder, ["src", "missing"])
    write("src/__tests__/a.test.ts", "test")
    expect(fingerprint(folder, ["src", "missing"])).toBe(before)
    write("src/a.ts", "two")
    const changed = fingerprint(folder, ["src"])
    expect(changed).not.toBe(before)
    fs.renameSync(path.join(folder, "src/a.ts"), path.join(folder, "src/b.ts"))
    expect(fingerprint(folder, ["src"])).not.toBe(changed)
  })
})

describe("the last line of the tests", () => {
  const report = (numPassedTests: number, numFailedTests = 0, numRuntimeErrorTestSuites = 0) => ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites })

  it.each([
    ["all passed", [report(3), report(4)], "tests: 7 passed, 0 failed", 0],
    ["one failed", [report(3, 1)], "tests: 3 passed, 1 failed", 1],
    ["a file could not run", [report(3, 0, 1)], "tests: 3 passed, 1 failed", 1],
    ["jest left no report", [null], "tests: 0 passed, 1 failed", 1],
    ["there was no test", [report(0)], "tests: 0 passed, 0 failed", 1],
  ])("tells that %s", async (_, reports, line, exitCode) => {
    const { count, summarize } = await load("lib/test-run.mjs")
    expect(summarize(reports.map(count))).toEqual({ line, exitCode })
  })
})

describe("which tests run", () => {
  it.each([
    [[], ["unit", "modules", "http", "cart"], []],
    [["http", "accept"], ["http"], ["accept"]],
    [["accept"], ["unit", "modules", "http", "cart"], ["accept"]],
    [["unit", "admin"], ["unit", "admin"], []],
    [["shop", "levers"], ["shop"], ["levers"]],
  ])("reads %j", async (words, suites, args) => {
    const { readWords } = await load("lib/test-run.mjs")
    expect(readWords(words)).toEqual({ suites, args })
  })

  it("counts what Node's test runner reports, and takes a torn report for a failure", async () => {
    const { countTap } = await load("lib/journey-suite.mjs")
    expect(countTap("ok 1 - a\n# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 0\n")).toEqual({ passed: 3, failed: 2 })
    expect(countTap("ok 1 - a\n")).toEqual({ passed: 0, failed: 1 })
  })
})

describe("what the tarball holds", () => {
  it("misses what a merchant needs and names what must not travel", async () => {
    const { faultsOf } = await load("lib/pack/tarball.mjs")
    const faults = faultsOf(["package.json", "README.md", "LICENSE", ".medusa/server/src/admin/index.html", "scripts/start.mjs", ".medusa/server/src/engine/__tests__/a.js"])
    expect(faults).toContain(".medusa/server/src/modules/negotiation/index.js is missing")
    expect(faults.filter((fault: string) => fault.endsWith("must not be in it"))).toHaveLength(3)
  })
})

describe("work that only one process may do", () => {
  it("takes over the lock of a process that died, and lets go of its own", async () => {
    const { exclusively } = await load("lib/exclusive.mjs")
    const lock = path.join(folder, "lock")
    fs.writeFileSync(lock, "999999999")
    await expect(exclusively(lock, async () => fs.readFileSync(lock, "utf8"))).resolves.toBe(String(process.pid))
    expect(fs.existsSync(lock)).toBe(false)
  })
})
