import { ChevronDownMini } from "@medusajs/icons"
import { Container, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useWords } from "../../hooks/use-words"
import { readTrace, type LineTrace } from "../../lib/trace"
import { TraceRows } from "../common/trace-rows"

/** The engine's last decision with every term it computed: closed until somebody wants to know. */
export function TraceSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const words = useWords()
  const { decision } = negotiation
  if (!decision) return null
  const lines = readTrace(decision.trace)
  return (
    <Container className="p-0">
      <details className="group">
        <summary className="focus-visible:shadow-borders-focus flex cursor-pointer list-none items-center justify-between gap-x-4 rounded-lg px-6 py-4 outline-none">
          <span>
            <Heading level="h2">{t("trace.title")}</Heading>
            <Text as="span" size="small" className="text-ui-fg-subtle">
              {[...new Set([words.answer(decision.answer), words.reason(decision.reason_code)])].filter(Boolean).join(": ")}
            </Text>
          </span>
          <ChevronDownMini className="text-ui-fg-subtle transition-transform group-open:rotate-180" />
        </summary>
        {lines.map((line) => (
          <LineTerms key={line.line_id ?? "all"} trace={line} negotiation={negotiation} />
        ))}
        {lines.length === 0 && <pre className="txt-compact-xsmall text-ui-fg-subtle overflow-x-auto border-t px-6 py-4">{JSON.stringify(decision.trace, null, 2)}</pre>}
      </details>
    </Container>
  )
}

function LineTerms({ trace, negotiation }: { trace: LineTrace; negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const title = negotiation.lines.find(({ id }) => id === trace.line_id)?.title
  return (
    <div className="border-t">
      {title && (
        <Text size="small" weight="plus" className="px-6 pt-4">
          {title}
        </Text>
      )}
      <div className="overflow-x-auto">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{t("trace.term")}</Table.HeaderCell>
              <Table.HeaderCell scope="col" className="text-right">
                {t("trace.value")}
              </Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <TraceRows terms={trace.terms} currency={negotiation.currency_code} />
        </Table>
      </div>
    </div>
  )
}
