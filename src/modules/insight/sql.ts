import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"

/** The context of this module's methods: its manager speaks SQL. */
export type SqlContext = Context<SqlEntityManager>

/** Runs one statement with bound values, inside the caller's transaction where there is one, and gives its rows. */
export async function runSql<Row>(context: SqlContext, statement: string, values: readonly unknown[]): Promise<Row[]> {
  const manager = context.transactionManager ?? context.manager
  if (manager === undefined) throw new Error("A query needs a manager in its context")
  const query = manager.getKnex().raw<{ rows: Row[] }>(statement, values as never)
  const transaction = manager.getTransactionContext()
  if (transaction) query.transacting(transaction)
  return (await query).rows
}
