import { approveSchema } from "../../../../../contract"
import { approve } from "../../../../../workflows/case"
import { commandRoute } from "../../command-route"

/** `POST /admin/negotiations/:id/approve`: the buyer's ask is agreed as it stands. */
export const POST = commandRoute(approveSchema, approve)
