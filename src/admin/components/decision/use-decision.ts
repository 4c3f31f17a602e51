import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useCaseCommand, type CaseCommands } from "../../hooks/use-case"
import { isConflict, messageOf } from "../../lib/http"

/**
 * Sends a decision from a dialog: closes it with a word of success; after a conflict keeps it open, with what was typed,
 * until the user has seen what changed; any other refusal is shown in the dialog.
 */
export function useDecision<Name extends "approve" | "counter" | "decline">(negotiation: AdminNegotiation, name: Name) {
  const { t } = useTranslation("negotiation")
  const { handleSuccess } = useRouteModal()
  const [refusal, setRefusal] = useState<string | null>(null)
  const command = useCaseCommand(negotiation.id, name)

  const send = (body: CaseCommands[Name]) => {
    setRefusal(null)
    command.mutate(body, {
      onSuccess: () => {
        toast.success(t(`decision.${name}.done`), { description: t(`decision.${name}.doneText`, { name: negotiation.company.name }) })
        handleSuccess()
      },
      onError: (error) => {
        if (isConflict(error)) toast.warning(t("conflict.title"), { description: messageOf(error, t("error.unknown")) })
        else setRefusal(messageOf(error, t("error.unknown")))
      },
    })
  }
  return { send, refusal, pending: command.isPending }
}
