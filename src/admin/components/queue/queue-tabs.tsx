import { useQueueCounts } from "../../hooks/use-queue"
import { ViewTabs } from "../common/view-tabs"
import { QUEUE_VIEWS, VIEW_QUERIES, type QueueView } from "./views"

/** Views whose number is worth a glance: what waits for a person. */
const COUNTED: readonly QueueView[] = ["to_decide", "mine", "unassigned", "overdue"]

/** The saved views of the queue with how many cases wait in each. Belongs inside a `Tabs` root. */
export function QueueTabs() {
  const found = useQueueCounts(COUNTED.map((view) => VIEW_QUERIES[view]))
  const counts = Object.fromEntries(COUNTED.map((view, index) => [view, found[index]]))
  return <ViewTabs words="queue" views={QUEUE_VIEWS} counts={counts} alarming="overdue" />
}
