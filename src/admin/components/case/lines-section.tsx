import { Badge, Button, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminLine, AdminNegotiation } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { weighable } from "../../lib/figures"
import { NOTHING } from "../../lib/format"
import { MarginBar } from "../common/margin-bar"
import { Section } from "../common/section"
import { TaxNote } from "../common/tax-note"
import { PriceAxis } from "./price-axis"

const COLUMNS = ["article", "quantity", "list", "lastPaid", "current", "ask", "counter", "cost", "floor", "margin", "breakEven"] as const
const FIRST_AXES = 3

/** Every line with the prices it is judged by, in figures and on an axis. */
export function LinesSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const total = format.money(negotiation.asked_value, negotiation.currency_code)
  const value = format.money(negotiation.value, negotiation.currency_code)
  return (
    <Section title={t("lines.title")} hint={[t("lines.hint", { total, value }), negotiation.is_tax_inclusive ? t("tax.hint") : null].filter(Boolean).join(" ")}>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t("lines.title")}>
        <Table>
          <Table.Header>
            <Table.Row>
              {COLUMNS.map((name) => (
                <Table.HeaderCell key={name} scope="col" className={name === "article" || name === "margin" ? "whitespace-nowrap" : "whitespace-nowrap text-right"}>
                  {t(`lines.${name}`)}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {negotiation.lines.map((line) => (
              <LineRow key={line.id} line={line} currency={negotiation.currency_code} />
            ))}
          </Table.Body>
        </Table>
      </div>
      <Axes negotiation={negotiation} />
    </Section>
  )
}

/** An axis for each line; of a long request the first few, the others on demand. */
function Axes({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const [all, setAll] = useState(false)
  const shown = all ? negotiation.lines : negotiation.lines.slice(0, FIRST_AXES)
  const hidden = negotiation.lines.length - shown.length
  return (
    <div className="flex flex-col items-stretch gap-y-6 px-6 py-5">
      {shown.map((line) => (
        <PriceAxis key={line.id} line={weighable(negotiation, line)} currency={negotiation.currency_code} />
      ))}
      {hidden > 0 && (
        <Button size="small" variant="transparent" className="self-start" onClick={() => setAll(true)}>
          {t("lines.moreAxes", { count: hidden })}
        </Button>
      )}
    </div>
  )
}

function LineRow({ line, currency }: { line: AdminLine; currency: string }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const price = (amount: number | null) => format.unitPrice(amount, currency)
  const number = "whitespace-nowrap text-right tabular-nums"
  const lastPaid =
    line.last_paid_quantity !== null && line.last_paid_at !== null
      ? t("lines.lastPaidOf", { count: line.last_paid_quantity, quantity: format.count(line.last_paid_quantity), day: format.day(line.last_paid_at) })
      : null
  return (
    <Table.Row>
      <th scope="row" className="min-w-44 py-2 pl-6 pr-4 text-left font-normal">
        <Text size="small" leading="compact" weight="plus" className="text-ui-fg-base">
          {line.title}
        </Text>
        {line.sku && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {line.sku}
          </Text>
        )}
        {line.flags.map((flag) => (
          <Badge key={flag} size="2xsmall" rounded="full" color="orange" className="whitespace-nowrap">
            {t(`lines.flag.${flag}`)}
          </Badge>
        ))}
      </th>
      <Table.Cell className={number}>{format.count(line.quantity)}</Table.Cell>
      <Table.Cell className={number}>{price(line.list_unit_price)}</Table.Cell>
      <Table.Cell className={number}>
        {price(line.last_paid_unit_price)}
        {lastPaid && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {lastPaid}
          </Text>
        )}
      </Table.Cell>
      <Table.Cell className={number}>
        {price(line.current_unit_price)}
        <TaxNote rate={line.tax_rate} />
      </Table.Cell>
      <Table.Cell className={`${number} text-ui-fg-base font-medium`}>
        {price(line.target_unit_price)}
        <TaxNote rate={line.tax_rate} />
      </Table.Cell>
      <Table.Cell className={number}>{price(line.counter_unit_price)}</Table.Cell>
      <Table.Cell className={number}>
        {line.cost === null ? t("margin.costMissing") : price(line.cost)}
        {line.cost !== null && line.tax_rate > 0 && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("tax.net")}
          </Text>
        )}
      </Table.Cell>
      <Table.Cell className={number}>{price(line.floor_unit_price)}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <MarginBar margin={line.margin} />
        {line.current_margin !== null && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("lines.currentMargin", { share: format.share(line.current_margin) })}
          </Text>
        )}
      </Table.Cell>
      <Table.Cell className={number}>{line.break_even_quantity === null ? NOTHING : format.count(line.break_even_quantity)}</Table.Cell>
    </Table.Row>
  )
}
