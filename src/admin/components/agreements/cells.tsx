import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminAgreement } from "../../../contract"
import { useShippingOptionNames } from "../../hooks/use-agreements"
import { useConcessionWords } from "../../hooks/use-concession-words"
import { useFormat } from "../../hooks/use-format"
import { ROW_LINK } from "../../hooks/use-row-walk"
import { articleCount, commitmentOf, distinctConcessions, endOf, piecesBought } from "../../lib/agreements"
import { NOTHING } from "../../lib/format"
import { Under } from "../common/under"
import { AgreementStatusBadge } from "./agreement-status"
import { CommitmentBar } from "./commitment-bar"
import { FlagPills } from "./flag-pills"

/** The address of an agreement. */
export const agreementHref = (agreement: Pick<AdminAgreement, "id">) => `/negotiations/agreements/${agreement.id}`

interface CellProps {
  agreement: AdminAgreement
}

/** Whose it is: the link that opens it. On a narrow screen also what matters most of the columns out of sight. */
export function CompanyCell({ agreement }: CellProps) {
  const { t } = useTranslation("negotiation")
  const { display_id: number, customer_email: email } = agreement
  return (
    <div className="flex flex-col py-2">
      <Link
        to={agreementHref(agreement)}
        {...{ [ROW_LINK]: agreement.id }}
        onClick={(event) => event.stopPropagation()}
        className="text-ui-fg-base focus-visible:shadow-borders-focus truncate rounded-sm font-medium outline-none"
      >
        {agreement.company_name}
      </Link>
      <span className="flex flex-wrap gap-1 py-0.5 md:hidden">
        <FlagPills flags={agreement.flags} />
      </span>
      <Under>{[number === null ? null : t("agreements.caseNumber", { id: number }), email].filter(Boolean).join(" · ") || NOTHING}</Under>
    </div>
  )
}

/** What was agreed: the first article with its price and threshold, and how many more. */
export function ArticleCell({ agreement }: CellProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const [first] = agreement.lines
  if (!first) return <>{NOTHING}</>
  const more = articleCount(agreement.lines) - 1
  const price = t("agreements.price", { price: format.unitPrice(first.unit_price, agreement.currency_code), quantity: format.count(first.min_quantity) })
  return (
    <div className="flex flex-col py-2">
      <span className="text-ui-fg-base truncate">{first.title}</span>
      <Under>{agreement.is_tax_inclusive ? `${price}, ${t("agreements.inclTax")}` : price}</Under>
      {more > 0 && <Under>{t("agreements.moreLines", { count: more })}</Under>}
    </div>
  )
}

/** Pieces bought at the agreed prices, and what is left of them. */
export function BoughtCell({ agreement }: CellProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const limited = agreement.lines.filter((line) => line.remaining_quantity !== null)
  const left = limited.reduce((sum, line) => sum + (line.remaining_quantity ?? 0), 0)
  return (
    <div className="flex flex-col py-2 text-right tabular-nums">
      <span className="text-ui-fg-base">{format.count(piecesBought(agreement.lines))}</span>
      <Under>{limited.length === 0 ? t("agreements.anyNumber") : t("agreements.left", { quantity: format.count(left) })}</Under>
    </div>
  )
}

/** Orders placed under it, of those that may be. */
export function OrdersCell({ agreement }: CellProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { orders, max_orders: max } = agreement
  return <span className="tabular-nums">{max === null ? format.count(orders) : t("agreements.ordersOf", { orders: format.count(orders), max: format.count(max) })}</span>
}

/** How far a promise of volume was kept. */
export function CommitmentCell({ agreement }: CellProps) {
  const commitment = commitmentOf(agreement.lines)
  if (!commitment) return <>{NOTHING}</>
  return (
    <div className="py-2">
      <CommitmentBar brief commitment={commitment} status={agreement.status} />
    </div>
  )
}

/** What was granted beside the prices: the first in words, and how many more. */
export function ConcessionCell({ agreement }: CellProps) {
  const { t } = useTranslation("negotiation")
  const concessions = distinctConcessions(agreement.concessions)
  const nameOf = useShippingOptionNames(concessions.flatMap(({ shipping_option_id: id }) => (id === null ? [] : [id])))
  const say = useConcessionWords(nameOf)
  const [first, ...more] = concessions
  if (!first) return <>{NOTHING}</>
  const words = say(first, agreement.currency_code)
  return (
    <div className="flex flex-col py-2">
      <span className="truncate" title={words}>
        {words}
      </span>
      {more.length > 0 && <Under>{t("agreements.moreConcessions", { count: more.length })}</Under>}
    </div>
  )
}

/** When it ends or ended, and why that is the day. */
export function EndCell({ agreement }: CellProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const end = endOf(agreement)
  return (
    <div className="flex flex-col py-2">
      <span className="whitespace-nowrap">{format.day(end.at)}</span>
      <Under>{t(`agreements.endHow.${end.how}`)}</Under>
    </div>
  )
}

/** Where it stands, and what a person should look at. */
export function StatusCell({ agreement }: CellProps) {
  return (
    <div className="flex flex-col items-start gap-y-1 py-2">
      <AgreementStatusBadge status={agreement.status} />
      <FlagPills flags={agreement.flags} />
    </div>
  )
}
