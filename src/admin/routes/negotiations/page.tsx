import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQueryParams } from "@medusajs/dashboard/hooks"
import { ChatBubbleLeftRight } from "@medusajs/icons"
import { Container, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet, useSearchParams } from "react-router-dom"
import type { AdminListQuery } from "../../../contract"
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
  const { q, offset, order } = useQueryParams(["q", "offset", "order"])
  const sort = ORDERS.find((known) => known === order)
  const queue = useQueue({
    ...VIEW_QUERIES[view],
    ...(q ? { q } : {}),
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
            <QueueTable key={view} view={view} queue={queue} filtered={Boolean(q)} />
          </Tabs.Content>
        </Tabs>
      </Container>
      <Outlet />
    </>
  )
}

export const config = defineRouteConfig({
  label: "nav.negotiations",
  icon: ChatBubbleLeftRight,
  translationNs: "negotiation",
})

export const handle = { breadcrumb: () => <Crumb name="nav.negotiations" /> }

export default QueuePage
