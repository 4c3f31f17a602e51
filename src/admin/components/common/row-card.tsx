import { ArrowDownMini, ArrowUpMini, Trash } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

interface RowCardProps {
  /** What the row is called: for its heading, its group and its buttons. */
  title: string
  index: number
  count: number
  onRemove: () => void
  /** Left out where the order says nothing. */
  onMove?: (from: number, to: number) => void
  children: ReactNode
}

/** One row of a list in a form: its fields, and buttons to move it and to take it out. */
export function RowCard({ title, index, count, onRemove, onMove, children }: RowCardProps) {
  const { t } = useTranslation("negotiation")
  return (
    <fieldset className="bg-ui-bg-component shadow-elevation-card-rest flex min-w-0 flex-col gap-y-4 rounded-lg p-4 md:p-6">
      <legend className="sr-only">{title}</legend>
      <div className="flex items-center justify-between gap-x-4">
        <Text size="small" weight="plus" aria-hidden className="min-w-0 truncate">
          {title}
        </Text>
        <div className="flex shrink-0 items-center gap-x-1">
          {onMove && (
            <>
              <IconButton type="button" size="small" variant="transparent" disabled={index === 0} aria-label={t("rows.up", { name: title })} onClick={() => onMove(index, index - 1)}>
                <ArrowUpMini />
              </IconButton>
              <IconButton type="button" size="small" variant="transparent" disabled={index === count - 1} aria-label={t("rows.down", { name: title })} onClick={() => onMove(index, index + 1)}>
                <ArrowDownMini />
              </IconButton>
            </>
          )}
          <IconButton type="button" size="small" variant="transparent" aria-label={t("rows.remove", { name: title })} onClick={onRemove}>
            <Trash />
          </IconButton>
        </div>
      </div>
      {children}
    </fieldset>
  )
}
