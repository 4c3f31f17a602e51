import { Badge, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useQueueCounts } from "../../hooks/use-queue"
import { QUEUE_VIEWS, VIEW_QUERIES, type QueueView } from "./views"

/** Views whose number is worth a glance: what waits for a person. */
const COUNTED: readonly QueueView[] = ["to_decide", "mine", "unassigned", "overdue"]

/** The saved views as tabs, with how many cases wait in each. Belongs inside a `Tabs` root. */
export function QueueTabs() {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const counts = useQueueCounts(COUNTED.map((view) => VIEW_QUERIES[view]))
  return (
    <div className="overflow-x-auto px-6 py-3 xl:relative xl:z-[1] xl:-mb-14 xl:w-max">
      <Tabs.List className="w-max" aria-label={t("queue.views")}>
        {QUEUE_VIEWS.map((view) => {
          const count = counts[COUNTED.indexOf(view)]
          return (
            <Tabs.Trigger key={view} value={view} className="gap-x-1.5">
              {t(`queue.view.${view}`)}
              {count !== undefined && (
                <Badge size="2xsmall" rounded="full" color={view === "overdue" && count > 0 ? "red" : "grey"}>
                  {format.count(count)}
                </Badge>
              )}
            </Tabs.Trigger>
          )
        })}
      </Tabs.List>
    </div>
  )
}
