import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminAgreement } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { commitmentOf, endOf } from "../../lib/agreements"
import { NOTHING } from "../../lib/format"
import { Section } from "../common/section"
import { CommitmentBar } from "./commitment-bar"

const COLUMNS = ["article", "price", "from", "bought", "left", "commitment"] as const
const NUMBERS: readonly string[] = ["price", "from", "bought", "left"]

/** Every agreed price with what was bought at it, what is left, and what was promised. */
export function AgreedLinesSection({ agreement }: { agreement: AdminAgreement }) {
  const { t } = useTranslation("negotiation")
  const title = t("agreementPage.section.lines")
  return (
    <Section title={title}>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={title}>
        <Table>
          <Table.Header>
            <Table.Row>
              {COLUMNS.map((name) => (
                <Table.HeaderCell key={name} scope="col" className={NUMBERS.includes(name) ? "whitespace-nowrap text-right" : "whitespace-nowrap"}>
                  {t(`agreementPage.line.${name}`)}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {agreement.lines.map((line) => (
              <LineRow key={`${line.variant_id}-${line.min_quantity}`} line={line} agreement={agreement} />
            ))}
          </Table.Body>
        </Table>
      </div>
    </Section>
  )
}

function LineRow({ line, agreement }: { line: AdminAgreement["lines"][number]; agreement: AdminAgreement }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const number = "whitespace-nowrap text-right tabular-nums"
  const commitment = commitmentOf([line])
  return (
    <Table.Row>
      <th scope="row" className="min-w-44 py-2 pl-6 pr-4 text-left font-normal">
        <Text size="small" leading="compact" weight="plus" className="text-ui-fg-base">
          {line.title}
        </Text>
        {line.valid_until && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("agreementPage.line.until", { day: format.day(line.valid_until) })}
          </Text>
        )}
      </th>
      <Table.Cell className={`${number} text-ui-fg-base font-medium`}>
        {format.unitPrice(line.unit_price, agreement.currency_code)}
        {agreement.is_tax_inclusive && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("agreements.inclTax")}
          </Text>
        )}
      </Table.Cell>
      <Table.Cell className={number}>{t("common.pieces", { count: line.min_quantity, quantity: format.count(line.min_quantity) })}</Table.Cell>
      <Table.Cell className={number}>{format.count(line.bought_quantity)}</Table.Cell>
      <Table.Cell className={number}>
        {line.remaining_quantity === null
          ? t("agreements.anyNumber")
          : line.max_quantity === null
            ? format.count(line.remaining_quantity)
            : t("agreements.ordersOf", { orders: format.count(line.remaining_quantity), max: format.count(line.max_quantity) })}
      </Table.Cell>
      <Table.Cell className="min-w-48 py-3">
        {commitment ? <CommitmentBar commitment={commitment} status={agreement.status} due={endOf(agreement).at} /> : NOTHING}
      </Table.Cell>
    </Table.Row>
  )
}
