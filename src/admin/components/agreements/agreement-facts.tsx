import { useTranslation } from "react-i18next"
import type { AdminAgreement } from "../../../contract"
import { useShippingOptionNames } from "../../hooks/use-agreements"
import { useConcessionWords } from "../../hooks/use-concession-words"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { distinctConcessions, endOf } from "../../lib/agreements"
import { QuietLink } from "../common/quiet-link"
import { Fact } from "../common/section"

/** The terms of an agreement, a row each: how long, how often, for whom, and what was granted beside the prices. */
export function AgreementFacts({ agreement }: { agreement: AdminAgreement }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const words = useWords()
  const end = endOf(agreement)
  const { orders, max_orders: max, customer_email: email, company_name: name } = agreement
  return (
    <>
      <Fact label={t("agreementPage.term.holds")}>
        {t("agreementPage.term.holdsFor", { from: format.day(agreement.valid_from), until: format.day(end.how === "announced" ? end.at : agreement.valid_until) })}
        {end.how === "announced" && <span className="text-ui-tag-orange-text block">{t("agreements.endHow.announced")}</span>}
      </Fact>
      {end.how === "ended" && (
        <Fact label={t("agreementPage.term.ended")}>
          {format.moment(end.at)}
          {agreement.ended_reason && <span className="block">{words.reason(agreement.ended_reason)}</span>}
        </Fact>
      )}
      <Fact label={t("agreementPage.term.orders")}>
        {t(max === null ? "agreementPage.term.ordersAny" : "agreementPage.term.ordersOf", { orders: format.count(orders), max: format.count(max) })}
      </Fact>
      <Fact label={t("agreementPage.term.buyers")}>
        {agreement.shared ? t("agreementPage.term.shared", { name }) : t(email ? "agreementPage.term.alone" : "agreementPage.term.aloneUnnamed", { email })}
      </Fact>
      <Fact label={t("agreementPage.term.promotions")}>{t(`agreementPage.stacking.${agreement.promotion_stacking}`)}</Fact>
      <Fact label={t("agreementPage.term.granted")}>
        <Granted agreement={agreement} />
      </Fact>
    </>
  )
}

/** The case an agreement came from, as a row with a link. */
export function CaseFact({ agreement }: { agreement: AdminAgreement }) {
  const { t } = useTranslation("negotiation")
  if (agreement.display_id === null) return null
  return (
    <Fact label={t("agreementPage.term.case")}>
      <QuietLink to={`/negotiations/${agreement.negotiation_id}`}>
        {t("agreements.caseNumber", { id: agreement.display_id })}
      </QuietLink>
    </Fact>
  )
}

function Granted({ agreement }: { agreement: AdminAgreement }) {
  const { t } = useTranslation("negotiation")
  const concessions = distinctConcessions(agreement.concessions)
  const nameOf = useShippingOptionNames(concessions.flatMap(({ shipping_option_id: id }) => (id === null ? [] : [id])))
  const say = useConcessionWords(nameOf)
  if (concessions.length === 0) return <>{t("concession.none")}</>
  return (
    <ul className="flex flex-col gap-y-1">
      {concessions.map((terms) => (
        <li key={JSON.stringify(terms)}>{say(terms, agreement.currency_code)}</li>
      ))}
    </ul>
  )
}
