import { moveRoute } from "../../move"

/** `POST /admin/negotiation-policies/:id/activate`: the policy answers, with an older version of its terms where one is named. */
export const POST = moveRoute("active")
