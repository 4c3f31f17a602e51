import type { MedusaContainer } from "@medusajs/framework/types"
import { databaseOf } from "../database"

/** Whoever holds a lock keeps a connection while the work uses others: few at a time, or the pool would wait for itself. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/**
 * Does something to a company's price rows while nobody else does, in whatever process: requests, subscribers and jobs bring
 * prices into the store side by side, and reading, comparing and writing must not mix. A lock of the database's, held by a
 * transaction that does nothing else; it is gone with the connection.
 *
 * @throws where the lock can't be had within 15 s.
 */
export async function withCompanyPrices<T>(container: MedusaContainer, company_id: string, work: () => Promise<T>): Promise<T> {
  const knex = databaseOf(container)
  return inTurn(() =>
    knex.transaction(async (transaction) => {
      await transaction.raw(`SELECT set_config('lock_timeout', '15s', true)`, [])
      await transaction.raw(`SELECT pg_advisory_xact_lock(hashtextextended(?, 0))`, [`negotiation_prices:${company_id}`])
      return work()
    })
  )
}
