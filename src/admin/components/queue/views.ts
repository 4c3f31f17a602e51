import type { QueueQuery } from "../../hooks/use-queue"

/** The saved views of the queue, in the order of their tabs. */
export const QUEUE_VIEWS = ["to_decide", "mine", "unassigned", "overdue", "awaiting_buyer", "all"] as const
/** One of {@link QUEUE_VIEWS}. */
export type QueueView = (typeof QUEUE_VIEWS)[number]

/** The view named in the address, or the first one. */
export function viewOf(name: string | null): QueueView {
  return QUEUE_VIEWS.find((view) => view === name) ?? "to_decide"
}

/**
 * The filters of a view. What waits for a person is ordered by deadline, so that the first row is the one to take.
 * `me` and `none` are words the API knows for whoever asks and for nobody.
 */
export const VIEW_QUERIES: Record<QueueView, QueueQuery> = {
  to_decide: { status: "in_review", order: "sla_due_at" },
  mine: { status: "in_review", assigned_to: "me", order: "sla_due_at" },
  unassigned: { status: "in_review", assigned_to: "none", order: "sla_due_at" },
  overdue: { status: "in_review", overdue: "true", order: "sla_due_at" },
  awaiting_buyer: { status: "awaiting_buyer", order: "-updated_at" },
  all: { order: "-created_at" },
}
