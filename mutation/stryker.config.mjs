import process from "node:process"
import { URL } from "node:url"

/**
 * Mutation testing of the engine: Stryker changes it in small ways, one at a time, and looks whether a test notices. Its packages
 * are in this folder, apart from the plugin's own: they bring compilers the plugin does not need. Run from the repository's root with
 * `npm run test:mutation`. `MUTATE=src/engine/money,src/engine/memory` names a part. The report is in `.data/mutation-report`: a page to
 * read, and a line for every mutant as soon as it is known.
 */
const mutate = (process.env.MUTATE ?? "src/engine").split(",")

export default {
  plugins: ["runner.mjs", "reporter.mjs"].map((file) => new URL(file, import.meta.url).pathname),
  testRunner: "engine",
  // Types are erased: a mutant that would not compile is tried all the same.
  checkers: [],
  mutate: [...mutate.map((place) => (place.endsWith(".ts") ? place : `${place}/**/*.ts`)), "!src/engine/**/__tests__/**", "!src/engine/types/**", "!src/engine/**/index.ts"],
  ignorePatterns: ["*", "!src/engine/**", "!package.json"],
  coverageAnalysis: "perTest",
  ignoreStatic: false,
  concurrency: 2,
  incremental: false,
  timeoutMS: 15_000,
  timeoutFactor: 2,
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: ".data/mutation",
  reporters: ["lines", "progress-append-only", "json", "html"],
  jsonReporter: { fileName: ".data/mutation-report/mutation.json" },
  htmlReporter: { fileName: ".data/mutation-report/mutation.html" },
}
