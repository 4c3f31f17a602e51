import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { messageOf } from "../../lib/http"

/** What a page shows where its data could not be read: what happened, and a way to try again. */
export function LoadError({ error, onRetry, busy = false }: { error: unknown; onRetry: () => void; busy?: boolean }) {
  const { t } = useTranslation("negotiation")
  return (
    <div role="alert" className="flex min-h-[250px] flex-col items-center justify-center gap-y-4 px-6 py-10 text-center">
      <ExclamationCircle className="text-ui-fg-subtle" />
      <div className="flex flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {t("error.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle max-w-md text-balance">
          {messageOf(error, t("error.unknown"))}
        </Text>
      </div>
      <Button size="small" variant="secondary" onClick={onRetry} isLoading={busy}>
        {t("error.retry")}
      </Button>
    </div>
  )
}
