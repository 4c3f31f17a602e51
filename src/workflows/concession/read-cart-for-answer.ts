import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

/** Reads a cart with the fields a request asked for, as Medusa's own routes do. @throws MedusaError `not_found` */
export async function readCartForAnswer(container: MedusaContainer, cart_id: string, fields: readonly string[]): Promise<unknown> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", fields: [...fields] as ["id"], filters: { id: cart_id } })
  if (!data[0]) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id '${cart_id}' not found`)
  return data[0]
}
