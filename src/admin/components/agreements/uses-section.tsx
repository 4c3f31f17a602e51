import { Badge, StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminAgreementDetail, AdminAgreementUse } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { articleCount } from "../../lib/agreements"
import { QuietLink } from "../common/quiet-link"
import { Section } from "../common/section"

const COLUMNS = ["order", "pieces", "at", "state"] as const
const COLORS = { reserved: "orange", confirmed: "green", released: "grey" } as const

/** A claim that was released after its order was placed is one that was given back. */
const stateOf = ({ status, order_id }: AdminAgreementUse) => (status === "released" && order_id !== null ? "given_back" : status)

/** The orders under an agreement, newest first, with what each took. */
export function UsesSection({ agreement }: { agreement: AdminAgreementDetail }) {
  const { t } = useTranslation("negotiation")
  const title = t("agreementPage.section.uses")
  if (agreement.uses.length === 0) {
    return (
      <Section title={title}>
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("agreementPage.noUses")}
        </Text>
      </Section>
    )
  }
  const more = agreement.uses_count > agreement.uses.length
  return (
    <Section title={title} {...(more ? { hint: t("agreementPage.usesHint", { count: agreement.uses_count, shown: agreement.uses.length }) } : {})}>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={title}>
        <Table>
          <Table.Header>
            <Table.Row>
              {COLUMNS.map((name) => (
                <Table.HeaderCell key={name} scope="col" className="whitespace-nowrap">
                  {t(`agreementPage.use.${name}`)}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {agreement.uses.map((use) => (
              <UseRow key={use.id} use={use} currency={agreement.currency_code} titled={articleCount(agreement.lines) > 1} />
            ))}
          </Table.Body>
        </Table>
      </div>
    </Section>
  )
}

function UseRow({ use, currency, titled }: { use: AdminAgreementUse; currency: string; titled: boolean }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const pieces = (line: AdminAgreementUse["lines"][number]) =>
    line.unit_price === null
      ? t("common.pieces", { count: line.quantity, quantity: format.count(line.quantity) })
      : t("offer.line", { count: line.quantity, quantity: format.count(line.quantity), price: format.unitPrice(line.unit_price, currency) })
  return (
    <Table.Row>
      <th scope="row" className="whitespace-nowrap py-2 pl-6 pr-4 text-left font-normal">
        {use.order_id === null ? (
          t("agreementPage.use.none")
        ) : (
          <QuietLink to={`/orders/${use.order_id}`}>
            {use.order_display_id === null ? t("agreementPage.use.unnamed") : t("agreementPage.use.open", { id: use.order_display_id })}
          </QuietLink>
        )}
      </th>
      <Table.Cell className="whitespace-nowrap tabular-nums">
        {use.lines.map((line) => (
          <span key={`${line.variant_id}-${line.quantity}-${line.unit_price}`} className="block">
            {titled && line.title ? `${line.title}: ${pieces(line)}` : pieces(line)}
          </span>
        ))}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">{format.moment(use.at)}</Table.Cell>
      <Table.Cell>
        <span className="flex flex-wrap items-center gap-2">
          <StatusBadge color={COLORS[use.status]}>{t(`agreementPage.use.status.${stateOf(use)}`)}</StatusBadge>
          {!use.checked && (
            <Badge size="2xsmall" rounded="full" color="orange">
              {t("agreementPage.use.unchecked")}
            </Badge>
          )}
        </span>
      </Table.Cell>
    </Table.Row>
  )
}
