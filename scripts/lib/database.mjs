import { Sentence } from "./say.mjs"

const CONNECT_MS = 10_000
const NO_SUCH_DATABASE = "3D000"

/** @param {string} url @returns {string} host, port and database of a URL: never its password. */
function nameOf(url) {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    throw new Sentence("DATABASE_URL is not a URL: it looks like postgres://user:password@host:5432/database.")
  }
}

/**
 * Does some work over one connection and closes it.
 *
 * @template T
 * @param {string} url
 * @param {(client: import("pg").Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withClient(url, work) {
  const { default: pg } = await import("pg")
  const ssl = process.env.DATABASE_SSL === "true" ? { rejectUnauthorized: false } : undefined
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, ssl })
  client.on("error", () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Makes the database a URL names. */
async function createDatabase(url) {
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  target.pathname = "/postgres"
  await withClient(target.href, (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`))
}

/**
 * Makes sure a database can be used; one that is only missing on a reachable server is created.
 *
 * @param {string} url
 * @throws {Sentence} where it can't be reached.
 */
export async function reach(url) {
  const name = nameOf(url)
  try {
    await withClient(url, (client) => client.query("SELECT 1"))
  } catch (error) {
    if (error.code !== NO_SUCH_DATABASE) throw new Sentence(`The database ${name} can't be reached: ${error.message || error.code || "no answer"}.`)
    await createDatabase(url).catch((failure) => {
      throw new Sentence(`The database ${name} does not exist and can't be created: ${failure.message}.`)
    })
  }
}

/** Drops and makes anew a database, whoever is still connected to it. */
export async function recreate(url) {
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  target.pathname = "/postgres"
  await withClient(target.href, (client) => client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`))
  await createDatabase(url)
}

/**
 * What `npm start` noted in the database itself, so that the note lives and dies with the data it is about.
 *
 * @param {string} url
 * @param {string} key `migrated`, `seeding` or `seeded`.
 * @returns {Promise<unknown>} null where nothing was noted.
 */
export function readMark(url, key) {
  return withClient(url, async (client) => {
    const table = await client.query("SELECT to_regclass('public.demo_store') AS name")
    if (table.rows[0].name === null) return null
    const { rows } = await client.query("SELECT value FROM demo_store WHERE key = $1", [key])
    return rows[0]?.value ?? null
  })
}

/** @param {string} url @param {string} key @param {unknown} value kept as JSON. */
export function writeMark(url, key, value) {
  return withClient(url, async (client) => {
    await client.query("CREATE TABLE IF NOT EXISTS demo_store (key text PRIMARY KEY, value jsonb NOT NULL)")
    await client.query("INSERT INTO demo_store VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = $2", [key, JSON.stringify(value)])
  })
}

/** @param {string} url @returns {Promise<boolean>} whether somebody already keeps products there. */
export function hasProducts(url) {
  return withClient(url, async (client) => {
    const table = await client.query("SELECT to_regclass('public.product') AS name")
    if (table.rows[0].name === null) return false
    return (await client.query("SELECT 1 FROM product LIMIT 1")).rowCount > 0
  })
}
