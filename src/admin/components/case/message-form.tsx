import { Button, Hint, Label, Textarea, toast } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { EVIDENCE_TYPES, type AdminNegotiation } from "../../../contract"
import { useWriteToBuyer } from "../../hooks/use-case"
import { messageOf } from "../../lib/http"

const MOST_LETTERS = 2_000

/** Writes to the buyer, with a file where there is one. It decides nothing, so it needs no reason and no turn. */
export function MessageForm({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const write = useWriteToBuyer(negotiation.id)
  const [text, setText] = useState("")
  const [file, setFile] = useState<File | null>(null)
  const [attempt, setAttempt] = useState(0)
  const field = useId()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    write.mutate(
      { message: text.trim(), file },
      {
        onSuccess: () => {
          setText("")
          setFile(null)
          setAttempt(attempt + 1)
        },
        onError: (error) => toast.error(t("messages.failed"), { description: messageOf(error, t("error.unknown")) }),
      }
    )
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-y-2 px-6 py-4">
      <Label htmlFor={field} size="small" weight="plus">
        {t("messages.add")}
      </Label>
      <Textarea id={field} value={text} maxLength={MOST_LETTERS} rows={2} aria-describedby={`${field}-hint`} onChange={(event) => setText(event.target.value)} />
      <Hint id={`${field}-hint`}>{t("messages.hint")}</Hint>
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div className="min-w-0">
          <Label htmlFor={`${field}-file`} size="xsmall" className="text-ui-fg-subtle">
            {t("messages.file")}
          </Label>
          <input
            key={attempt}
            id={`${field}-file`}
            type="file"
            className="txt-small text-ui-fg-subtle mt-1 block max-w-full"
            accept={EVIDENCE_TYPES.join(",")}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </div>
        <Button size="small" variant="secondary" type="submit" disabled={text.trim() === ""} isLoading={write.isPending}>
          {t("messages.send")}
        </Button>
      </div>
    </form>
  )
}
