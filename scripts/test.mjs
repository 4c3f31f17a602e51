#!/usr/bin/env node
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { endDemoStores } from "./lib/demo-store.mjs"
import { renderFailures } from "./lib/failures.mjs"
import { install } from "./lib/install.mjs"
import { needBrowser, runJourneySuite } from "./lib/journey-suite.mjs"
import { startPostgres } from "./lib/postgres/cluster.mjs"
import { endAll } from "./lib/processes.mjs"
import { Sentence, say, step } from "./lib/say.mjs"
import { SUITES, readWords, runSuite, summarize } from "./lib/test-run.mjs"

/**
 * `npm test`: everything that proves the project and needs nothing but Node. `npm test -- http accept` runs the files of
 * one suite whose names contain "accept"; `npm test -- admin` and `npm test -- shop` drive the dashboard and the demo shop and
 * need a browser (chromium, or CHROMIUM_PATH). Ends with what failed, said once more, and one line, `tests: N passed, N failed`.
 */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "negotiation-tests-"))
fs.chmodSync(folder, 0o755)

/** Nothing in a test's database outlives the run, so nothing of it needs to reach the disk safely. */
const IN_A_HURRY = { initFlags: ["--no-sync"], serverFlags: ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"] }

async function cleanUp() {
  await endDemoStores()
  await endAll()
  fs.rmSync(folder, { recursive: true, force: true })
}

async function main(words) {
  const { suites, args } = readWords(words)
  if (suites.some((suite) => SUITES[suite].browser)) needBrowser()
  await install()

  const env = { ...process.env }
  delete env.DATABASE_URL
  delete env.REDIS_URL
  delete env.PORT
  if (suites.some((suite) => SUITES[suite].postgres)) {
    const postgres = await step("starting a Postgres for the tests", () => startPostgres(folder, IN_A_HURRY))
    // By name: Medusa's test utilities insist on SSL for every other spelling of this machine.
    Object.assign(env, { DB_HOST: "localhost", DB_PORT: String(postgres.port), DB_USERNAME: "postgres", DB_PASSWORD: postgres.password })
  }
  const counts = []
  for (const suite of suites) counts.push(await (SUITES[suite].browser ? runJourneySuite : runSuite)(suite, args, env, folder))
  for (const { table } of counts) if (table) say(`\n${table}\n`)
  const failures = renderFailures(counts.flatMap(({ failures }) => failures))
  if (failures !== "") say(`\n${failures}\n`)
  return summarize(counts)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => cleanUp().then(() => process.exit(130)))

main(process.argv.slice(2))
  .catch((error) => {
    process.stderr.write(`${error instanceof Sentence ? error.message : error.stack}\n`)
    return summarize([{ passed: 0, failed: 1 }])
  })
  .then(async ({ line, exitCode }) => {
    await cleanUp()
    say(line)
    process.exit(exitCode)
  })
