import { Button, Label, Text, Textarea, toast } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useCaseCommand } from "../../hooks/use-case"
import { useFormat } from "../../hooks/use-format"
import { useUserNames } from "../../hooks/use-users"
import { messageOf } from "../../lib/http"
import { Section } from "../common/section"

/** Notes among the seller's people: the buyer never sees them. */
export function NotesSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const nameOf = useUserNames()
  const add = useCaseCommand(negotiation.id, "notes")
  const [text, setText] = useState("")
  const field = useId()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(
      { note: text.trim() },
      {
        onSuccess: () => setText(""),
        onError: (error) => toast.error(t("notes.failed"), { description: messageOf(error, t("error.unknown")) }),
      }
    )
  }

  return (
    <Section title={t("notes.title")} hint={t("notes.hint")}>
      {negotiation.notes.length > 0 && (
        <ul className="flex flex-col gap-y-4 px-6 py-4">
          {negotiation.notes.map((note) => (
            <li key={note.id}>
              <Text size="xsmall" className="text-ui-fg-subtle">
                {[nameOf(note.author_id), format.moment(note.at)].filter(Boolean).join(" · ")}
              </Text>
              <Text size="small" className="whitespace-pre-wrap break-words">
                {note.note}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className="flex flex-col gap-y-2 px-6 py-4">
        <Label htmlFor={field} size="small" weight="plus">
          {t("notes.add")}
        </Label>
        <Textarea id={field} value={text} maxLength={4000} rows={2} onChange={(event) => setText(event.target.value)} />
        <div className="flex justify-end">
          <Button size="small" variant="secondary" type="submit" disabled={text.trim() === ""} isLoading={add.isPending}>
            {t("notes.save")}
          </Button>
        </div>
      </form>
    </Section>
  )
}
