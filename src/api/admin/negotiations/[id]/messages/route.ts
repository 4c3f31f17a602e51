import { sellerMessageSchema } from "../../../../../contract"
import { writeToBuyer } from "../../../../../workflows/case"
import { commandRoute } from "../../command-route"

/** `POST /admin/negotiations/:id/messages`: a word to the buyer. It needs no turn, carries no version and moves no price. */
export const POST = commandRoute(sellerMessageSchema, writeToBuyer, 201)
