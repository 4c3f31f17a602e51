import { declineSchema } from "../../../../../contract"
import { decline } from "../../../../../workflows/case"
import { commandRoute } from "../../command-route"

/** `POST /admin/negotiations/:id/decline`: the case ends without a deal. */
export const POST = commandRoute(declineSchema, decline)
