import { moveRoute } from "../../move"

/** `POST /admin/negotiation-policies/:id/archive`: the policy answers nobody any more; what it decided stays. */
export const POST = moveRoute("archived")
