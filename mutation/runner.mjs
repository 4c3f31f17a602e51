import process from "node:process"
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin"
import { determineHitLimitReached, DryRunStatus, TestStatus, toMutantRunResult } from "@stryker-mutator/api/test-runner"
import { Suite } from "./suite.mjs"

/** What instrumented code and Stryker tell each other. */
const context = (globalThis.__stryker__ ??= {})

/** Loading a file counts as a test of it: policies and facts are often built, and decisions taken, beside the tests themselves. */
const loadingOf = (file) => `loading ${file}`

/** Runs the engine's tests for Stryker: the quickest first, up to the first failure. */
class EngineTestRunner {
  #suite = new Suite(process.cwd())
  /** True where the engine was loaded with a mutant in it. */
  #stale = false
  /** Test files that were loaded with a mutant in the engine. */
  #staleFiles = new Set()

  capabilities() {
    return { reloadEnvironment: true }
  }

  /** Once without counting, so that every worker knows which tests are quick. */
  async init() {
    this.#suite.loadEngine()
    for (const file of this.#suite.files) this.#suite.loadFile(file)
    if (!this.#suite.isNew) return
    await this.#run(this.#suite.tests(), false)
    this.#suite.keep()
  }

  async dryRun() {
    context.mutantCoverage = { static: {}, perTest: {} }
    this.#suite.loadEngine()
    const loaded = this.#suite.files.map((file) => this.#load(file))
    const tests = await this.#run(this.#suite.tests(), false)
    return { status: DryRunStatus.Complete, tests: [...loaded, ...tests], mutantCoverage: context.mutantCoverage }
  }

  async mutantRun({ activeMutant, testFilter, mutantActivation, disableBail, hitLimit }) {
    this.#refresh()
    context.hitLimit = hitLimit
    context.hitCount = hitLimit === undefined ? undefined : 0
    context.activeMutant = activeMutant.id
    const tests = await this.#against(testFilter && new Set(testFilter), mutantActivation === "static", !disableBail)
    context.activeMutant = undefined
    return determineHitLimitReached(context.hitCount, hitLimit) ?? toMutantRunResult({ status: DryRunStatus.Complete, tests })
  }

  /** Whatever the mutant before this one has left behind is loaded without it. */
  #refresh() {
    if (this.#stale) this.#suite.loadEngine()
    for (const file of this.#stale ? this.#suite.files : this.#staleFiles) this.#suite.loadFile(file)
    this.#stale = false
    this.#staleFiles.clear()
  }

  async #against(wanted, anew, bail) {
    const files = this.#suite.files.filter((file) => anew || wanted === undefined || wanted.has(loadingOf(file)))
    if (anew) {
      this.#stale = true
      const failed = this.#attempt("loading the engine", "src/engine/index.ts", () => this.#suite.loadEngine())
      if (failed.status === TestStatus.Failed) return [failed]
    }
    for (const file of files) {
      this.#staleFiles.add(file)
      const result = this.#load(file)
      if (result.status === TestStatus.Failed) return [result]
    }
    const touched = new Set(files)
    return this.#run(this.#suite.tests().filter(({ id, file }) => wanted === undefined || touched.has(file) || wanted.has(id)), bail)
  }

  #load(file) {
    return this.#attempt(loadingOf(file), file, () => this.#suite.loadFile(file))
  }

  #attempt(id, file, load) {
    const told = { id, name: id, fileName: file, timeSpentMs: 1 }
    context.currentTestId = id
    try {
      load()
      return { ...told, status: TestStatus.Success }
    } catch (error) {
      return { ...told, status: TestStatus.Failed, failureMessage: String(error) }
    } finally {
      context.currentTestId = undefined
    }
  }

  async #run(tests, bail) {
    const results = []
    for (const { id, name, file } of tests) {
      context.currentTestId = id
      const error = await this.#suite.run(id)
      context.currentTestId = undefined
      const told = { id, name, fileName: file, timeSpentMs: Math.round(this.#suite.tookOf(id)) }
      results.push(error === null ? { ...told, status: TestStatus.Success } : { ...told, status: TestStatus.Failed, failureMessage: String(error) })
      if (error !== null && bail) break
    }
    return results
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "engine", EngineTestRunner)]
