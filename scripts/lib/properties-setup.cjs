const fs = require("node:fs")
const { afterAll, expect } = require("@jest/globals")
const fc = require("fast-check")
const { tally } = require("../../src/engine/__tests__/tally")

/**
 * Beside every test file of `npm run test:properties`: all properties start from one seed, and what was played is added up in
 * a file. A property that fails says so with fast-check's own report.
 */
let properties = 0
let runs = 0

fc.configureGlobal({
  seed: Number(process.env.PROPERTY_SEED),
  reporter: (details) => {
    properties += 1
    runs += details.numRuns
    if (details.failed) throw new Error(fc.defaultReportMessage(details))
  },
})

afterAll(() => {
  const { testPath } = expect.getState()
  fs.appendFileSync(process.env.PROPERTY_TALLY, `${JSON.stringify({ file: testPath, events: tally.events, properties, runs })}\n`)
})
