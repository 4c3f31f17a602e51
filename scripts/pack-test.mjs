#!/usr/bin/env node
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { Figures } from "./lib/figures.mjs"
import { install } from "./lib/install.mjs"
import { ADMIN, checksOf } from "./lib/pack/checks.mjs"
import { checkPages } from "./lib/pack/pages.mjs"
import { makeStore } from "./lib/pack/stock-store.mjs"
import { pack } from "./lib/pack/tarball.mjs"
import { freePort } from "./lib/ports.mjs"
import { startPostgres } from "./lib/postgres/cluster.mjs"
import { reach } from "./lib/database.mjs"
import { endAll, start, until } from "./lib/processes.mjs"
import { Sentence, say, step } from "./lib/say.mjs"
import { isHealthy } from "./lib/store.mjs"

/**
 * `npm run test:pack`: packs the plugin, installs the tarball into a stock Medusa store made for the purpose, and asks
 * that store whether the plugin is there. Takes minutes: part of the long runs.
 */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "negotiation-pack-"))
fs.chmodSync(folder, 0o755)
const HEALTHY_MS = 120_000

async function main() {
  await install()
  const figures = new Figures()
  const tarball = await pack(folder)
  for (const fault of tarball.faults) say(`    ✗ ${fault}`)
  say(`The tarball holds ${tarball.count} files.`)

  const postgres = await startPostgres(folder)
  const databaseUrl = postgres.url("stock")
  await reach(databaseUrl)
  const port = await freePort()
  const base = `http://localhost:${port}`
  const config = { JWT_SECRET: "for-tests", COOKIE_SECRET: "for-tests", STORE_CORS: base, ADMIN_CORS: base, AUTH_CORS: base, MEDUSA_DISABLE_TELEMETRY: "true" }
  const env = { ...process.env, ...config, DATABASE_URL: databaseUrl, PORT: String(port) }
  const { built, medusa } = await makeStore(folder, tarball.file, env)

  const log = fs.openSync(path.join(folder, "store.log"), "w")
  start(medusa, ["start"], { cwd: built, env: { ...env, NODE_ENV: "production" }, stdio: ["ignore", log, log] })
  if (!(await step("starting it", () => until(() => isHealthy(base), HEALTHY_MS)))) {
    throw new Sentence(`The stock store did not start:\n${fs.readFileSync(path.join(folder, "store.log"), "utf8").slice(-3_000)}`)
  }
  const checks = [...(await checksOf(base, built)), ...(await checkPages(base, ADMIN))]
  for (const { what, found, expected } of checks) figures.check(what, found, expected)
  return figures.wrong + tarball.faults.length
}

async function leave(exitCode) {
  await endAll()
  if (exitCode === 0) fs.rmSync(folder, { recursive: true, force: true })
  else say(`What it left is in ${folder}.`)
  process.exit(exitCode)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => leave(130))
main().then(
  (wrong) => {
    say(wrong === 0 ? "The packed plugin works in a stock store." : `${wrong} things are wrong with the packed plugin.`)
    return leave(wrong === 0 ? 0 : 1)
  },
  (error) => {
    process.stderr.write(`${error instanceof Sentence ? error.message : error.stack}\n`)
    return leave(1)
  }
)
