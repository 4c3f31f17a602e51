import { noteBodySchema } from "../../../../../contract"
import { addNote } from "../../../../../workflows/case"
import { commandRoute } from "../../command-route"

/** `POST /admin/negotiations/:id/notes`: a note among the seller's people. */
export const POST = commandRoute(noteBodySchema, addNote)
