import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQueryParams } from "@medusajs/dashboard/hooks"
import { ChatBubbleLeftRight } from "@medusajs/icons"
import { Container, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet, useSearchParams } from "react-router-dom"
import { REVIEW_LEVELS, type AdminListQuery } from "../../../contract"
import { ViewHeader } from "../../components/common/view-header"
import { Crumb } from "../../components/common/crumb"
import { PAGE_SIZE, QueueTable } from "../../components/queue/queue-table"
import { QueueTabs } from "../../components/queue/queue-tabs"
import { VIEW_QUERIES, viewOf } from "../../components/queue/views"
import { useQueue } from "../../hooks/use-queue"

const ORDERS: readonly AdminListQuery["order"][] = ["created_at", "-created_at", "value", "-value"]

/** The approval queue: what waits for a person, first what is due first. */
const QueuePage = () => {
  const { t } = useTranslation("negotiation")
  const [params, setParams] = useSearchParams()
  const view = viewOf(params.get("view"))
  const { q, offset, order, level } = useQueryParams(["q", "offset", "order", "level"])
  const sort = ORDERS.find((known) => known === order)
  // The table writes its filters as JSON, a hand writes the word.
  const decider = REVIEW_LEVELS.find((known) => known === level?.replaceAll('"', ""))
  const queue = useQueue({
    ...VIEW_QUERIES[view],
    ...(q ? { q } : {}),
    ...(decider ? { level: decider } : {}),
    ...(sort ? { order: sort } : {}),
    limit: PAGE_SIZE,
    offset: Number(offset ?? 0) || 0,
  })

  return (
    <>
      <Container className="p-0">
        <Tabs value={view} onValueChange={(next) => setParams(next === "to_decide" ? {} : { view: next })} activationMode="manual">
          <ViewHeader title={t("queue.title")} hint={t(`queue.hint.${view}`)} at={queue.dataUpdatedAt} />
          <QueueTabs />
          <Tabs.Content value={view} tabIndex={-1}>
            <QueueTable key={view} view={view} queue={queue} filtered={Boolean(q) || decider !== undefined} />
          </Tabs.Content>
        </Tabs>
      </Container>
      <Outlet />
    </>
  )
}

/** Its place in the admin's menu. */
export const config = defineRouteConfig({
  label: "nav.negotiations",
  icon: ChatBubbleLeftRight,
  translationNs: "negotiation",
})

/** Its name in the line of pages above it. */
export const handle = { breadcrumb: () => <Crumb name="nav.negotiations" /> }

export default QueuePage
