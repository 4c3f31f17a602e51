import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminFile, AdminNegotiation } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { openFile } from "../../lib/open-file"
import { Section } from "../common/section"

/** Evidence the buyer left, and what for; nothing where there is none. */
export function FilesSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  if (negotiation.files.length === 0) return null
  const purpose = ({ line_id }: AdminFile) => {
    const line = negotiation.lines.find((each) => each.id === line_id)
    return line ? t("files.offer", { title: line.title }) : t("files.message")
  }
  const open = (file: AdminFile) =>
    openFile(`/admin/negotiations/${negotiation.id}/files/${file.id}`, file.name).catch(() => toast.error(t("files.failed")))
  return (
    <Section title={t("files.title")}>
      <ul className="flex flex-col gap-y-3 px-6 py-4">
        {negotiation.files.map((file) => (
          <li key={`${file.id} ${file.message_id ?? file.line_id}`} className="flex flex-col items-start">
            <Button variant="transparent" size="small" className="-ml-2 break-all text-left" onClick={() => void open(file)}>
              {file.name}
            </Button>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {`${purpose(file)} · ${format.moment(file.created_at)}`}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}
