import { adminPageQuerySchema, POLICY_STATUSES, policyBodySchema } from "../../../contract"
import { createPolicyWorkflow } from "../../../workflows/policy"
import { parse } from "../../errors"
import { statusesOf } from "../../statuses-of"
import { sendPage } from "../lists"
import { actorOf, adminRoute, negotiationsOf } from "../request"
import { readPolicy } from "./read"

const listQuerySchema = adminPageQuerySchema.pick({ status: true, limit: true, offset: true })

/** `GET /admin/negotiation-policies`: the policies, in the order they are asked. */
export const GET = adminRoute(async (req, res) => {
  const { status, ...page } = parse(listQuerySchema, req.query)
  const found = await negotiationsOf(req).policyRows({ ...page, statuses: statusesOf(status, POLICY_STATUSES) })
  sendPage(res, "policies", found, page)
})

/** `POST /admin/negotiation-policies`: a new policy; it answers at once where its scope and priority say so. */
export const POST = adminRoute(async (req, res) => {
  const { note, ...body } = parse(policyBodySchema, req.body)
  const { result } = await createPolicyWorkflow(req.scope).run({ input: { ...body, note: note ?? null, actor_id: actorOf(req) } })
  res.status(201).json({ policy: await readPolicy(req, result.changed.id), warnings: result.warnings })
})
