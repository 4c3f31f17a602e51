import fs from "node:fs"
import path from "node:path"
import process from "node:process"
import pg from "pg"

/** The database of the demo store: the one named, or the embedded one beside `demo.json`. */
function databaseUrl() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const { port, password } = JSON.parse(fs.readFileSync(path.resolve(process.env.NEGOTIATION_DATA_DIR ?? ".data", "postgres.json"), "utf8"))
  return `postgres://postgres:${password}@localhost:${port}/negotiation`
}

/** Has the offers of a case end now: days pass in no other way. Everything after it is the store's own doing. */
export async function endOffers(negotiationId) {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    const { rowCount } = await client.query("UPDATE negotiation_offer SET expires_at = now() WHERE negotiation_id = $1", [negotiationId])
    if (rowCount === 0) throw new Error(`No offer of ${negotiationId}`)
  } finally {
    await client.end()
  }
}
