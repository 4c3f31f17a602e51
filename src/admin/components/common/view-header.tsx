import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { AsOf } from "./as-of"
import { KeyHints } from "./key-hints"

interface ViewHeaderProps {
  title: string
  hint: string
  /** When what is shown was read, in milliseconds; 0 before it was. */
  at: number
}

/** The head of a page of saved views: what it is, how fresh it is, and the keys that walk its table. */
export function ViewHeader({ title, hint, at }: ViewHeaderProps) {
  const { t } = useTranslation("negotiation")
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-6 pb-1 pt-4">
      <div>
        <Heading level="h1">{title}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {hint}
        </Text>
      </div>
      <div className="flex flex-col items-end gap-y-1">
        <AsOf at={at} />
        <KeyHints
          hints={[
            { keys: ["J", "K"], label: t("queue.keys.walk") },
            { keys: ["↵"], label: t("queue.keys.open") },
          ]}
        />
      </div>
    </div>
  )
}
