import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useCaseCommand } from "../../hooks/use-case"
import { useFormat } from "../../hooks/use-format"
import { useMe, useUserNames } from "../../hooks/use-users"
import { isConflict, messageOf } from "../../lib/http"
import { DuePill } from "../common/due-pill"
import { Fact, Section } from "../common/section"
import { Under } from "../common/under"

const OPEN: readonly string[] = ["draft", "in_review", "awaiting_buyer"]

/** Whose case it is and until when, with "take it" and "give it back". */
export function AssignmentSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const nameOf = useUserNames()
  const me = useMe().data?.id
  const assign = useCaseCommand(negotiation.id, "assign")
  const mine = me !== undefined && negotiation.assigned_to === me

  const give = (to: string | null) =>
    assign.mutate(
      { version: negotiation.version, assigned_to: to },
      {
        onSuccess: () => toast.success(t(to === null ? "assignment.released" : "assignment.taken")),
        onError: (error) => toast.error(t(isConflict(error) ? "conflict.title" : "assignment.failed"), { description: messageOf(error, t("error.unknown")) }),
      }
    )

  return (
    <Section
      title={t("assignment.title")}
      actions={
        OPEN.includes(negotiation.status) &&
        me !== undefined && (
          <Button size="small" variant="secondary" isLoading={assign.isPending} onClick={() => give(mine ? null : me)}>
            {t(mine ? "assignment.release" : "assignment.take")}
          </Button>
        )
      }
    >
      {negotiation.status === "in_review" && (
        <Fact label={t("assignment.level")}>
          {t(`level.${negotiation.level}`)}
          {negotiation.decision?.rule && (
            <div>
              <Under>{t("assignment.rule", { rule: negotiation.decision.rule })}</Under>
            </div>
          )}
        </Fact>
      )}
      <Fact label={t("assignment.assignee")}>{nameOf(negotiation.assigned_to) ?? t("queue.nobody")}</Fact>
      {negotiation.sla_due_at && (
        <Fact label={t("assignment.due")}>
          <span className="flex flex-wrap items-center gap-2">
            {format.moment(negotiation.sla_due_at)}
            <DuePill due={negotiation.sla_due_at} overdue={negotiation.overdue} />
          </span>
        </Fact>
      )}
      {negotiation.expires_at && <Fact label={t("assignment.expires")}>{format.moment(negotiation.expires_at)}</Fact>}
    </Section>
  )
}
