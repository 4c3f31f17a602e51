import path from "node:path"
import { hasProducts, readMark, recreate, writeMark } from "./database.mjs"
import { fingerprint } from "./fingerprint.mjs"
import { MEDUSA } from "./medusa.mjs"
import { run } from "./processes.mjs"
import { Sentence, step } from "./say.mjs"
import { ROOT } from "./settings.mjs"

/** What decides the shape of the database. */
const SHAPE = ["package-lock.json", "medusa-config.ts", "src/modules", "src/links", "src/migration-scripts"]

/** Runs Medusa's migrations unless the database already has this very shape. */
async function migrate(databaseUrl, env, dataDir) {
  const shape = fingerprint(ROOT, SHAPE)
  if ((await readMark(databaseUrl, "migrated")) === shape) return
  await step("migrating the database", () =>
    run("The migration", MEDUSA, ["db:migrate", "--execute-safe-links"], { cwd: ROOT, env, logFile: path.join(dataDir, "migrate.log") })
  )
  await writeMark(databaseUrl, "migrated", shape)
}

/**
 * A database in which seeding began and never ended is no store. The embedded one is ours to empty; somebody's own is not.
 *
 * @throws {Sentence} where the database is somebody's own and holds something else than the demo.
 */
async function refuseOrEmpty(databaseUrl, embedded) {
  if ((await readMark(databaseUrl, "seeded")) !== null) return
  const begun = (await readMark(databaseUrl, "seeding")) !== null
  if (embedded) {
    if (begun) await recreate(databaseUrl)
    return
  }
  if (begun) throw new Sentence("Seeding the database of DATABASE_URL was interrupted: empty it and start again.")
  if (await hasProducts(databaseUrl)) throw new Sentence("The database of DATABASE_URL already holds a store that is not this demo: name an empty one.")
}

/**
 * Brings a database to the point where the store can start: migrated, and with the demo store in it.
 *
 * @param {{ databaseUrl: string, embedded: boolean, env: NodeJS.ProcessEnv, dataDir: string }} store
 * @returns {Promise<object>} the facts of the demo store that the seed left, everything of `demo.json` but the addresses.
 */
export async function prepareDatabase({ databaseUrl, embedded, env, dataDir }) {
  await refuseOrEmpty(databaseUrl, embedded)
  await migrate(databaseUrl, env, dataDir)
  const before = await readMark(databaseUrl, "seeded")
  if (before !== null) return before
  await writeMark(databaseUrl, "seeding", { at: new Date().toISOString() })
  await step("filling the demo store", () =>
    run("Filling the demo store", MEDUSA, ["exec", "./scripts/seed/index.ts"], { cwd: ROOT, env, logFile: path.join(dataDir, "seed.log") })
  )
  const seeded = await readMark(databaseUrl, "seeded")
  if (seeded === null) throw new Sentence(`The seed ended without leaving the demo store's facts: see ${path.join(dataDir, "seed.log")}.`)
  return seeded
}
