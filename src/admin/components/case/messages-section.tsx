import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { Section } from "../common/section"

/** What buyer and seller wrote to each other outside of asks and answers: those stand in the history with their words. */
export function MessagesSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const words = useWords()
  const told = new Set(negotiation.history.map((entry) => entry.message))
  const messages = negotiation.messages.filter(({ message }) => !told.has(message))
  if (messages.length === 0) return null
  return (
    <Section title={t("messages.title")}>
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
    </Section>
  )
}
