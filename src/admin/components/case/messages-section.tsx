import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { Section } from "../common/section"
import { MessageForm } from "./message-form"

/**
 * What buyer and seller wrote to each other outside of asks and answers (those stand in the history with their words), and a field to write
 * to the buyer. A message stands here and not in the history too.
 */
export function MessagesSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const words = useWords()
  const told = new Set(negotiation.history.filter(({ kind }) => kind !== "message").map((entry) => entry.message))
  const messages = negotiation.messages.filter(({ message }) => !told.has(message))
  const open = negotiation.allowed_actions.includes("message")
  if (messages.length === 0 && !open) return null
  return (
    <Section title={t("messages.title")}>
      {messages.length > 0 && (
        <ul className="flex flex-col gap-y-4 px-6 py-4">
          {messages.map((message) => (
            <li key={message.id}>
              <Text size="xsmall" className="text-ui-fg-subtle">
                {`${message.by === "buyer" ? (negotiation.customer.name ?? negotiation.customer.email) : words.by("seller")} · ${format.moment(message.at)}`}
              </Text>
              <Text size="small" className="whitespace-pre-wrap break-words">
                {message.message}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {open && <MessageForm negotiation={negotiation} />}
    </Section>
  )
}
