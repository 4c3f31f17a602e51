import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminNegotiation } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { NOTHING } from "../../lib/format"
import { Fact, Section } from "../common/section"

/** Who asks, what they did so far, and what they say about the need behind it. */
export function BuyerSection({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const words = useWords()
  const { company, customer, profile, policy, context } = negotiation
  const purpose = context["purpose"]
  const volume = context["annual_volume"]
  const neededBy = context["needed_by"]
  return (
    <Section title={t("buyer.title")}>
      <Fact label={t("buyer.company")}>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {company.customer_group_id ? (
            <Link className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover" to={`/customer-groups/${company.customer_group_id}`}>
              {company.name}
            </Link>
          ) : (
            company.name
          )}
          {company.strategic && (
            <Badge size="2xsmall" color="purple">
              {t("buyer.strategic")}
            </Badge>
          )}
          {company.opted_out && (
            <Badge size="2xsmall" color="orange">
              {t("buyer.optedOut")}
            </Badge>
          )}
        </span>
      </Fact>
      <Fact label={t("buyer.person")}>
        <Link className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover" to={`/customers/${customer.id}`}>
          {customer.name ?? customer.email}
        </Link>
        {customer.name && <Email address={customer.email} />}
      </Fact>
      <Fact label={t("buyer.segment")}>{company.segment ? words.segment(company.segment) : NOTHING}</Fact>
      {(company.profitability ?? company.growth ?? company.credit) !== null && (
        <Fact label={t("buyer.classes")}>
          {[
            company.profitability && t(`classes.profitability.${company.profitability}`),
            company.growth && t(`classes.growth.${company.growth}`),
            company.credit && t("buyer.credit", { standing: t(`classes.credit.${company.credit}`) }),
          ]
            .filter(Boolean)
            .join(", ")}
        </Fact>
      )}
      <Fact label={t("buyer.record")}>{t("buyer.recordOf", { count: profile.negotiations, agreed: profile.agreed })}</Fact>
      <Fact label={t("buyer.concession")}>{format.share(profile.average_concession)}</Fact>
      {typeof purpose === "string" && <Fact label={t("buyer.purpose")}>{purpose}</Fact>}
      {typeof volume === "number" && <Fact label={t("buyer.annualVolume")}>{t("common.pieces", { count: volume, quantity: format.count(volume) })}</Fact>}
      {typeof neededBy === "string" && <Fact label={t("buyer.neededBy")}>{format.date(neededBy.slice(0, 10))}</Fact>}
      <Competitors negotiation={negotiation} />
      <Fact label={t("buyer.policy")}>{policy ? t("buyer.policyVersion", policy) : NOTHING}</Fact>
    </Section>
  )
}

/** An address that breaks at its sign, not in the middle of a name. */
function Email({ address }: { address: string }) {
  const at = address.lastIndexOf("@")
  return (
    <span className="block break-words">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  )
}

/** Competing offers as the buyer reports them: evidence, not truth. */
function Competitors({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  return negotiation.lines.map((line) => {
    const offer = line.competing_offer
    if (!offer) return null
    const { competitor, unit_price: price, quantity, valid_until: until } = offer
    return (
      <Fact key={line.id} label={t("buyer.competitor")}>
        <span className="text-ui-fg-base">
          {String(competitor ?? NOTHING)}
          {typeof price === "number" && `: ${format.unitPrice(price, negotiation.currency_code)}`}
        </span>
        <span className="text-ui-fg-subtle block">
          {[
            negotiation.lines.length > 1 ? line.title : null,
            typeof quantity === "number" ? t("buyer.competitorFrom", { count: quantity, quantity: format.count(quantity) }) : null,
            typeof until === "string" ? t("buyer.competitorUntil", { day: format.date(until.slice(0, 10)) }) : null,
            t("buyer.unverified"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </Fact>
    )
  })
}
