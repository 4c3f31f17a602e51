import type { MedusaContainer } from "@medusajs/framework/types"
import type { z } from "zod"
import type { SellerInput } from "../../../workflows/case/command-inputs"
import { parse } from "../../errors"
import { actorOf, adminRoute, idOf } from "../request"
import { readNegotiation } from "./read"

/** A POST route of the seller's people on a case: checks the body, runs the command, answers `{ negotiation }` as it is afterwards. */
export function commandRoute<Schema extends z.ZodType>(
  schema: Schema,
  run: (container: MedusaContainer, command: SellerInput<z.output<Schema>>) => Promise<unknown>,
  statusCode: 200 | 201 = 200
) {
  return adminRoute(async (req, res) => {
    const body = parse(schema, req.body)
    await run(req.scope, { id: idOf(req), actor_id: actorOf(req), body })
    res.status(statusCode).json({ negotiation: await readNegotiation(req, idOf(req)) })
  })
}
