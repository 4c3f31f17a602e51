import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Bindings = readonly unknown[] | Readonly<Record<string, unknown>>

/** What asks the store's database: the connection itself, or a transaction on it. */
export interface Asking {
  raw<Row>(sql: string, bindings: Bindings): Promise<{ rows: Row[] }>
}

/** The store's database, for what Medusa's modules and `query.graph` can't be asked in one go. */
export interface Database extends Asking {
  transaction<T>(work: (transaction: Asking) => Promise<T>): Promise<T>
}

/** The database of this container, through the connection Medusa shares. */
export function databaseOf(container: MedusaContainer): Database {
  return container.resolve<Database>(ContainerRegistrationKeys.PG_CONNECTION)
}
