#!/usr/bin/env node
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { endAll } from "./lib/processes.mjs"
import { addTallies, EVENTS, RUNS_AT_ONCE } from "./lib/properties.mjs"
import { say } from "./lib/say.mjs"
import { runSuite } from "./lib/test-run.mjs"
import { readWalk } from "./lib/walk.mjs"

/**
 * `npm run test:properties`: the engine's properties over random event sequences, again and again from the next seed, until a million
 * events were decided. `-- --events 100000 --runs 2000 --seed 7` says otherwise. Only events of played sequences are
 * counted, not what a property decides besides.
 */
async function main(words) {
  const { events, runs, seed } = readWalk(words, { events: EVENTS, runs: RUNS_AT_ONCE, seed: Date.now() % 1_000_000_000 })
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "negotiation-properties-"))
  const total = { events: 0, runs: 0 }
  for (let at = seed; total.events < events; at += 1) {
    const file = path.join(folder, `${at}.jsonl`)
    fs.writeFileSync(file, "")
    const env = { ...process.env, PROPERTY_TALLY: file, PROPERTY_SEED: String(at), PROPERTY_RUNS: String(runs) }
    const { failed } = await runSuite("unit", ["src/engine/"], env, folder)
    const found = addTallies(fs.readFileSync(file, "utf8"))
    total.events += found.events
    total.runs += found.runs
    say(`properties: seed ${at}, ${found.properties} properties, ${found.runs} runs, ${found.events} events; ${total.events} events in all`)
    if (failed > 0 || found.events === 0) return 1
  }
  say(`properties: ${total.events} events decided in ${total.runs} runs from seed ${seed}, no property broken`)
  return 0
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => endAll().then(() => process.exit(130)))

main(process.argv.slice(2))
  .catch((error) => {
    process.stderr.write(`${error.message}\n`)
    return 1
  })
  .then(async (code) => {
    await endAll()
    process.exit(code)
  })
