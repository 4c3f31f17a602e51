import { assignSchema } from "../../../../../contract"
import { assign } from "../../../../../workflows/case"
import { commandRoute } from "../../command-route"

/** `POST /admin/negotiations/:id/assign`: the case is given to a rep, or back to all. */
export const POST = commandRoute(assignSchema, assign)
