import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { performance } from "node:perf_hooks"
import process from "node:process"

/** Seed of every property, so that two runs try the same cases; `MUTATION_SEED=…` for others. */
export const SEED = Number(process.env.MUTATION_SEED ?? 20_261_124)
/** How often each property runs: the quick tests find nearly all, and what survives runs every one of them. */
process.env.PROPERTY_RUNS ??= "15"
/** Invariant 8's searches of what prices tell about a cost take seconds each: a few tests would take most of the run. */
const SEARCHES = /^8: /

/**
 * The engine's tests in this very process, without Jest. They use no more of it than `describe`, `it`, `it.each` and `expect`, and
 * Jest starts every file anew for every mutant and runs all of it although one failure is enough: hours instead of minutes.
 * `npm test` runs the same files with Jest.
 */
export class Suite {
  /** Test files, from the folder's root. */
  files
  #root
  #require
  #compiled
  #sources
  #tests = new Map()
  #file = ""
  #titles = []
  #took

  /** @param {string} root folder with `src` and `node_modules` */
  constructor(root) {
    this.#root = root
    this.#compiled = this.#kept("compiled")
    this.#took = this.#kept("durations")
    this.#require = createRequire(path.join(root, "package.json"))
    const found = readdirSync(path.join(root, "src/engine"), { recursive: true }).map((name) => path.join("src/engine", name)).sort()
    this.files = found.filter((file) => file.endsWith(".test.ts"))
    this.#sources = found.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    this.#require("fast-check").configureGlobal({ seed: SEED, endOnFailure: true })
    this.#readTypeScript()
    const it = (title, run) => this.#note(title, run)
    Object.assign(globalThis, {
      describe: (title, body) => this.#describe(title, body),
      expect: this.#require("expect").expect,
      it: Object.assign(it, { each: this.#require("jest-each").bind(it, false) }),
    })
  }

  /** What was worked out before in this folder, which is Stryker's own copy: a worker that takes over from one that hung starts at once. */
  #kept(name) {
    const file = path.join(this.#root, `.${name}.json`)
    return new Map(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [])
  }

  /** Keeps compiled files and durations for the next worker. */
  keep() {
    for (const [name, map] of [["compiled", this.#compiled], ["durations", this.#took]]) {
      const file = path.join(this.#root, `.${name}.json`)
      writeFileSync(`${file}.${process.pid}`, JSON.stringify([...map]))
      renameSync(`${file}.${process.pid}`, file)
    }
  }

  /** Compiles as Jest does, each file once. */
  #readTypeScript() {
    const swc = this.#require("@swc/core")
    const read = (file) => swc.transformSync(readFileSync(file, "utf8"), {
      filename: file, swcrc: false, sourceMaps: false,
      jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" },
    }).code
    this.#require.extensions[".ts"] = (module, file) => {
      if (!this.#compiled.has(file)) this.#compiled.set(file, read(file))
      module._compile(this.#compiled.get(file), file)
    }
  }

  #describe(title, body) {
    this.#titles.push(title)
    body()
    this.#titles.pop()
  }

  #note(title, run) {
    const name = [...this.#titles, title].join(" ")
    if (!SEARCHES.test(name)) this.#tests.set(`${this.#file} ${name}`, { name, file: this.#file, run })
  }

  #forget(file) {
    delete this.#require.cache[path.join(this.#root, file)]
  }

  /** Loads the engine and what the tests share anew. Throws what a file throws. */
  loadEngine() {
    for (const file of this.#sources) this.#forget(file)
    for (const file of this.#sources) this.#require(path.join(this.#root, file))
  }

  /** Loads one file of tests anew, with what it works out before its first test. Throws what the file throws. */
  loadFile(file) {
    this.#forget(file)
    for (const [id, test] of this.#tests) if (test.file === file) this.#tests.delete(id)
    this.#file = file
    this.#titles = []
    this.#require(path.join(this.#root, file))
  }

  /** Ids of all tests with their names and files, the quickest first. */
  tests() {
    const took = ([id]) => this.tookOf(id)
    return [...this.#tests].sort((one, other) => took(one) - took(other)).map(([id, { name, file }]) => ({ id, name, file }))
  }

  /** Runs one test and tells what it failed with, or null. */
  async run(id) {
    const started = performance.now()
    try {
      await this.#tests.get(id).run()
      return null
    } catch (error) {
      return error
    } finally {
      this.#took.set(id, performance.now() - started)
    }
  }

  /** True where no test has run yet, in this process or one before it. */
  get isNew() {
    return this.#took.size === 0
  }

  /** Milliseconds a test took when it ran last. */
  tookOf(id) {
    return this.#took.get(id) ?? 0
  }
}
