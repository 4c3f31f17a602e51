#!/usr/bin/env node
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { endAll, start } from "./lib/processes.mjs"
import { Sentence, say } from "./lib/say.mjs"
import { ROOT } from "./lib/settings.mjs"
import { addUp, readWalk, shareOut } from "./lib/walk.mjs"

/**
 * `npm run test:walk`: the random walk over carts, 1,000 sequences in two processes, each with a store and a Postgres of its
 * own. `-- --runs 200 --processes 1 --seed 7` says otherwise. A divergence is printed with the seed and path that walk it again.
 */
const MOST_MINUTES = 600

function walk({ runs, seed }, log) {
  const out = fs.openSync(log, "w")
  const env = { ...process.env, WALK_RUNS: String(runs), WALK_SEED: String(seed), WALK_MINUTES: process.env.WALK_MINUTES ?? String(MOST_MINUTES) }
  const child = start(process.execPath, [path.join(ROOT, "scripts/test.mjs"), "cart", "walk.spec"], { cwd: ROOT, env, stdio: ["ignore", out, out] })
  fs.closeSync(out)
  return new Promise((resolve) => {
    child.once("error", () => resolve({ log, passed: false }))
    child.once("exit", (code) => resolve({ log, passed: code === 0 }))
  })
}

async function main(words) {
  const asked = readWalk(words, { runs: 1_000, processes: 2, seed: Date.now() % 1_000_000_000 })
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "negotiation-walk-"))
  say(`walking ${asked.runs} sequences in ${asked.processes} processes from seed ${asked.seed}; logs in ${folder}`)
  const ended = await Promise.all(shareOut(asked).map((share) => walk(share, path.join(folder, `${share.seed}.log`))))
  const read = ended.map(({ log, passed }) => ({ log: fs.readFileSync(log, "utf8"), passed }))
  for (const { log, passed } of read) {
    if (passed) say(log.slice(Math.max(0, log.lastIndexOf("walk: "))).split("\n\n")[0])
    else say(log)
  }
  const { sequences, diverged } = addUp(read)
  say(`walk: ${sequences} sequences walked, ${diverged} of ${read.length} processes met a divergence`)
  return diverged === 0 ? 0 : 1
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => endAll().then(() => process.exit(130)))

main(process.argv.slice(2))
  .catch((error) => {
    process.stderr.write(`${error instanceof Sentence ? error.message : error.stack}\n`)
    return 1
  })
  .then(async (code) => {
    await endAll()
    process.exit(code)
  })
