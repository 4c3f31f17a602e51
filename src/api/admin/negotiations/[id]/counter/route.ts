import { sellerCounterSchema } from "../../../../../contract"
import { sellerCounter } from "../../../../../workflows/case"
import { commandRoute } from "../../command-route"

/** `POST /admin/negotiations/:id/counter`: a rep's prices take the place of what stood. */
export const POST = commandRoute(sellerCounterSchema, sellerCounter)
