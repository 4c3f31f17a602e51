import { ID_PATTERN } from "../../../../../../contract"
import { openCaseFile } from "../../../../../../workflows/attachment/open-file"
import { notFound } from "../../../../../errors"
import { sendFile } from "../../../../../send-file"
import { adminRoute, idOf } from "../../../../request"

/** `GET /admin/negotiations/:id/files/:file_id`: the content of a file that the case names. */
export const GET = adminRoute(async (req, res) => {
  const fileId = req.params["file_id"] ?? ""
  const file = ID_PATTERN.test(fileId) ? await openCaseFile(req.scope, idOf(req), fileId) : null
  if (file === null) throw notFound()
  await sendFile(res, file)
})
