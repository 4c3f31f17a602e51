import { Badge, Button, Container, Heading, Kbd, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import type { AdminNegotiation } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { useKeyCommands } from "../../hooks/use-key-commands"
import { useWords } from "../../hooks/use-words"
import { CaseStatus } from "../common/case-status"
import { DuePill } from "../common/due-pill"

/** A rep decides while it is the seller's turn; at any other time the buttons explain themselves instead. */
export function canDecide(negotiation: Pick<AdminNegotiation, "status">): boolean {
  return negotiation.status === "in_review"
}

const DECISIONS = [
  { name: "decline", key: "r", variant: "secondary" },
  { name: "counter", key: "c", variant: "secondary" },
  { name: "approve", key: "a", variant: "primary" },
] as const

/** The head of the case page: which case, who asked, where it stands, and the three decisions. */
export function CaseHeader({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const words = useWords()
  const navigate = useNavigate()
  const open = canDecide(negotiation)
  const go = (name: string) => () => (open ? navigate(name) : undefined)
  useKeyCommands({ a: go("approve"), c: go("counter"), r: go("decline") })
  const { company, customer } = negotiation

  return (
    <Container className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Heading level="h1">{`#${negotiation.display_id} ${company.name}`}</Heading>
          <CaseStatus status={negotiation.status} />
          <DuePill due={negotiation.sla_due_at} overdue={negotiation.overdue} />
          <Badge size="2xsmall">{t("case.version", { version: negotiation.version })}</Badge>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {DECISIONS.map(({ name, key, variant }) =>
            open ? (
              <Button key={name} size="small" variant={variant} asChild>
                <Link to={name}>
                  {t(`decision.${name}.open`)}
                  <Kbd aria-hidden className="hidden lg:inline-flex">
                    {key.toUpperCase()}
                  </Kbd>
                </Link>
              </Button>
            ) : (
              <Button key={name} size="small" variant={variant} disabled>
                {t(`decision.${name}.open`)}
              </Button>
            )
          )}
        </div>
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {[
          t("case.askedBy", { name: customer.name ?? customer.email, moment: format.moment(negotiation.created_at) }),
          t(negotiation.round > 0 ? "case.round" : "case.noRound", { round: negotiation.round, left: negotiation.rounds_left }),
          words.reason(negotiation.reason_code),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {!open && (
        <Text size="small" className="text-ui-fg-subtle">
          {t(negotiation.status === "awaiting_buyer" ? "case.buyersTurn" : "case.notOpen")}
        </Text>
      )}
    </Container>
  )
}
