#!/usr/bin/env node
import { buildAdmin } from "./lib/admin.mjs"
import { reach } from "./lib/database.mjs"
import { printDemo, writeDemo } from "./lib/demo-file.mjs"
import { install } from "./lib/install.mjs"
import { medusaEnv } from "./lib/medusa.mjs"
import { watchNpm } from "./lib/npm-parent.mjs"
import { own } from "./lib/owner.mjs"
import { isFree } from "./lib/ports.mjs"
import { startPostgres } from "./lib/postgres/cluster.mjs"
import { prepareDatabase } from "./lib/prepare-database.mjs"
import { endAll, lastLines } from "./lib/processes.mjs"
import { Sentence, say, step } from "./lib/say.mjs"
import { readSettings } from "./lib/settings.mjs"
import { startStore } from "./lib/store.mjs"

/** What has to be undone when this process ends, the last thing first. */
const undo = []
let stopping = null

/** Stops everything this process started and ends it. Called twice, it goes on stopping. */
function stop(exitCode) {
  stopping ??= (async () => {
    while (undo.length > 0) await undo.pop()()
    await endAll()
    process.exit(exitCode)
  })()
  return stopping
}

/** Tells what went wrong: a sentence where there is one, everything where it is a fault of ours. */
function fail(error) {
  if (stopping !== null) return stopping
  process.stderr.write(`${error instanceof Sentence ? error.message : error.stack}\n`)
  return stop(1)
}

/** The database to use: the one named, or the embedded one, started. */
async function openDatabase(settings) {
  if (settings.databaseUrl !== null) {
    await step("reaching the database", () => reach(settings.databaseUrl))
    return settings.databaseUrl
  }
  const postgres = await step("starting the embedded Postgres", () => startPostgres(settings.dataDir))
  undo.push(postgres.stop)
  postgres.onExit(() => stopping ?? fail(new Sentence("The embedded Postgres ended: everything stops.")))
  const url = postgres.url("negotiation")
  await reach(url)
  return url
}

async function main() {
  const settings = readSettings(process.env)
  const { dataDir, port, backendUrl } = settings
  const owner = await own(dataDir)
  undo.push(async () => owner.release())
  if (!(await isFree(port))) throw new Sentence(`Port ${port} is taken: stop what listens there, or name another one in PORT.`)
  owner.note({ port })

  await install()
  const databaseUrl = await openDatabase(settings)
  const env = medusaEnv({ dataDir, port, databaseUrl })
  const [facts] = await Promise.all([
    prepareDatabase({ databaseUrl, embedded: settings.databaseUrl === null, env, dataDir }),
    buildAdmin(env, dataDir),
  ])
  const store = await step("starting the store", () => startStore({ env, dataDir, backendUrl, onPid: (pid) => owner.note({ store_pid: pid }) }))
  undo.push(store.stop)
  store.onExit(() => stopping ?? fail(new Sentence(`The store ended by itself. From ${store.logFile}:\n${lastLines(store.logFile)}`)))
  printDemo(writeDemo(dataDir, backendUrl, facts), facts.reviewed_buyers)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (stopping === null) say("\nStopping …")
    stop(0)
  })
}
watchNpm(() => stop(0))
main().catch(fail)
