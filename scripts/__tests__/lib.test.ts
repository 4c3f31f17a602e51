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

describe("what failed, said once more at the end", () => {
  it("names file, titles and reason of each of jest's, and of a file that could not run", async () => {
    const { failuresOfJest, renderFailures } = await load("lib/failures.mjs")
    const failed = { ancestorTitles: ["a cart"], title: "holds", status: "failed", failureMessages: ["\u001b[31mExpected 1\u001b[39m\nReceived 2"] }
    const report = {
      testResults: [
        { name: "/x/cart.spec.ts", status: "failed", assertionResults: [failed, { ancestorTitles: [], title: "passes", status: "passed" }] },
        { name: "/x/torn.spec.ts", status: "failed", message: "Cannot find module", assertionResults: [] },
      ],
    }
    expect(renderFailures(failuresOfJest(report))).toBe("✗ cart.spec.ts: a cart › holds\n    Expected 1\n    Received 2\n\n✗ torn.spec.ts: could not run\n    Cannot find module")
    expect(renderFailures(failuresOfJest({ testResults: [] }))).toBe("")
    expect(failuresOfJest(null)).toHaveLength(1)
  })

  it("names each journey's, and not the suite around it, and counts them all", async () => {
    const { default: reporter } = await load("lib/journey-reporter.mjs")
    const { readJourneys } = await load("lib/journey-suite.mjs")
    const { renderFailures } = await load("lib/failures.mjs")
    const error = (failureType: string, cause: unknown) => Object.assign(new Error("test failed"), { failureType, cause })
    async function* events() {
      yield { type: "test:pass", data: { name: "passes" } }
      yield { type: "test:diagnostic", data: { nesting: 1, message: "pass 7" } }
      yield { type: "test:fail", data: { name: "a buyer asks", file: "/x/story.spec.mjs", details: { error: error("testCodeFailure", "30 is not 31") } } }
      yield { type: "test:fail", data: { name: "the story", file: "/x/story.spec.mjs", details: { error: error("subtestsFailed", "1 subtest failed") } } }
      for (const message of ["suites 1", "pass 3", "fail 1", "cancelled 1"]) yield { type: "test:diagnostic", data: { nesting: 0, message } }
    }
    let lines = ""
    for await (const line of reporter(events())) lines += line
    const { passed, failed, failures } = readJourneys(lines)
    expect([passed, failed, renderFailures(failures)]).toEqual([3, 2, "✗ story.spec.mjs: a buyer asks\n    30 is not 31"])
  })

  it("takes a torn report for a failure", async () => {
    const { readJourneys } = await load("lib/journey-suite.mjs")
    expect(readJourneys('{"sum":"pass","count":3}\n')).toMatchObject({ passed: 0, failed: 1 })
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
