import { keepFileForCase } from "../../../../../workflows/attachment/keep-file-for-case"
import { presentFile } from "../../../../present-file"
import { readUpload } from "../../../../read-upload"
import { actorOf, adminRoute, idOf } from "../../../request"

/** `POST /admin/negotiations/:id/files`: keeps a file a rep will name in a message. Until one names it, nobody is shown it. */
export const POST = adminRoute(async (req, res) => {
  const file = await keepFileForCase(req.scope, { id: idOf(req), actor_id: actorOf(req), ...(await readUpload(req)) })
  res.status(201).json({ file: presentFile(file) })
})
