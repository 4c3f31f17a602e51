#!/usr/bin/env node
import path from "node:path"
import { buildAdmin } from "./lib/admin.mjs"
import { reach } from "./lib/database.mjs"
import { printDemo, writeDemo } from "./lib/demo-file.mjs"
import { install } from "./lib/install.mjs"
import { medusaEnv } from "./lib/medusa.mjs"
import { watchNpm } from "./lib/npm-parent.mjs"
import { own } from "./lib/owner.mjs"
import { freePort, isFree } from "./lib/ports.mjs"
import { startPostgres } from "./lib/postgres/cluster.mjs"
import { prepareDatabase } from "./lib/prepare-database.mjs"
import { endAll, lastLines } from "./lib/processes.mjs"
import { Sentence, say, step } from "./lib/say.mjs"
import { ROOT, readSettings } from "./lib/settings.mjs"
import { buildShop, DEMO_PAGES } from "./lib/shop.mjs"
import { serveShop } from "./lib/shop-server.mjs"
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

/** Serves the shop on its port; where nobody named one and it is taken, on any. */
async function openShop({ shopPort, shopPortNamed }) {
  const port = shopPortNamed || (await isFree(shopPort)) ? shopPort : await freePort()
  const folders = { "/widget/": path.join(DEMO_PAGES, "widget"), "/example/": path.join(ROOT, "storefront/example"), "/": path.join(DEMO_PAGES, "shop") }
  const shop = await serveShop({ port, folders })
  undo.push(shop.close)
  return shop
}

async function main() {
  const settings = readSettings(process.env)
  const { dataDir, port, backendUrl } = settings
  const owner = await own(dataDir)
  undo.push(async () => owner.release())
  if (!(await isFree(port))) throw new Sentence(`Port ${port} is taken: stop what listens there, or name another one in PORT.`)
  owner.note({ port })
  const shop = await openShop(settings)

  await install()
  const databaseUrl = await openDatabase(settings)
  const env = medusaEnv({ dataDir, port, databaseUrl, shopUrl: shop.url })
  const [facts] = await Promise.all([
    prepareDatabase({ databaseUrl, embedded: settings.databaseUrl === null, env, dataDir }),
    buildAdmin(env, dataDir).then(() => buildShop(dataDir)),
  ])
  const store = await step("starting the store", () => startStore({ env, dataDir, backendUrl, onPid: (pid) => owner.note({ store_pid: pid }) }))
  undo.push(store.stop)
  store.onExit(() => stopping ?? fail(new Sentence(`The store ended by itself. From ${store.logFile}:\n${lastLines(store.logFile)}`)))
  const demo = writeDemo(dataDir, { backendUrl, shopUrl: shop.url }, facts)
  shop.open(demo)
  printDemo(demo, facts.reviewed_buyers)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (stopping === null) say("\nStopping …")
    stop(0)
  })
}
watchNpm(() => stop(0))
main().catch(fail)
