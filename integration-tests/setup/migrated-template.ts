import { Client } from "@medusajs/framework/pg"

/** A database with every migration of the store in it, made by the first file of a run. */
const TEMPLATE = "negotiation-migrated"
/** Any number: two files that want to make the template wait for each other by it. */
const LOCK = 20_261_123

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const client = new Client({ host: DB_HOST, port: Number(DB_PORT), user: DB_USERNAME, password: DB_PASSWORD, database: "postgres" })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function hasTemplate(client: Client): Promise<boolean> {
  return (await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [TEMPLATE])).rowCount === 1
}

/**
 * Makes a file's database as a copy of one that is migrated already, where there is one: migrating takes about a third of a
 * store's start. Migrations that the copy lacks (of a store with other features) are run as always.
 */
export async function startFromTemplate(database: string): Promise<void> {
  await onServer(async (client) => {
    if (await hasTemplate(client)) await client.query(`CREATE DATABASE "${database}" TEMPLATE "${TEMPLATE}"`)
  })
}

/**
 * Keeps a freshly migrated database as the one the next files start from, unless there is one. Ends every connection to it, as
 * the test runner does between tests; the store opens new ones.
 */
export async function keepAsTemplate(database: string): Promise<void> {
  await onServer(async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK])
    if (await hasTemplate(client)) return
    await client.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS false`)
    try {
      await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [database])
      // It gets its name as the last act: nobody copies a template that is not whole.
      await client.query(`CREATE DATABASE "${TEMPLATE}-unfinished" TEMPLATE "${database}"`)
    } finally {
      await client.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS true`)
    }
    await client.query(`ALTER DATABASE "${TEMPLATE}-unfinished" RENAME TO "${TEMPLATE}"`)
  })
}
