import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RatingFigures } from "../../../contract"
import { useFormat } from "../../hooks/use-format"
import { QuietLink } from "../common/quiet-link"
import { Section } from "../common/section"

/** How it went for buyers, by what they said: figures, how many said what, and the newest remarks. */
export function RatingsSection({ ratings }: { ratings: RatingFigures }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { count, average, good_share, bad_share } = ratings
  const facts = [
    [t("tracking.ratings.count"), format.count(count)],
    [t("tracking.ratings.average"), t("tracking.ratings.averageOf", { average: format.decimal(average) })],
    [t("tracking.ratings.good"), format.share(good_share)],
    [t("tracking.ratings.bad"), format.share(bad_share)],
  ] as const
  return (
    <Section title={t("tracking.ratings.title")} hint={t("tracking.ratings.hint")}>
      {count === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-5">
          {t("tracking.ratings.none")}
        </Text>
      ) : (
        <div className="grid grid-cols-1 gap-6 px-6 py-5 lg:grid-cols-2">
          <dl className="grid grid-cols-2 content-start gap-4">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt className="txt-compact-small text-ui-fg-subtle">{label}</dt>
                <dd className="text-ui-fg-base text-xl font-medium tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
          <Spread counts={ratings.counts} />
          {ratings.remarks.length > 0 && <Remarks remarks={ratings.remarks} />}
        </div>
      )}
    </Section>
  )
}

/** A bar for each rating, the best first, said in words as well. */
function Spread({ counts }: Pick<RatingFigures, "counts">) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const most = Math.max(...counts)
  const rows = counts.map((count, place) => ({ rating: place + 1, count })).reverse()
  return (
    <ul aria-label={t("tracking.ratings.spread")} className="flex flex-col gap-y-2">
      {rows.map(({ rating, count }) => (
        <li key={rating} className="grid grid-cols-[1rem_minmax(0,1fr)_3rem] items-center gap-x-3">
          <span className="sr-only">{t("tracking.ratings.bar", { count, rating, quantity: format.count(count) })}</span>
          <Text as="span" aria-hidden size="small" className="text-ui-fg-subtle tabular-nums">
            {rating}
          </Text>
          <span aria-hidden className="bg-ui-bg-component-pressed h-2 overflow-hidden rounded-full">
            <span className="bg-ui-tag-blue-icon block h-full rounded-full" style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <Text as="span" aria-hidden size="small" className="text-ui-fg-base text-right tabular-nums">
            {format.count(count)}
          </Text>
        </li>
      ))}
    </ul>
  )
}

/** What buyers added, the newest first. */
function Remarks({ remarks }: Pick<RatingFigures, "remarks">) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  return (
    <div className="lg:col-span-2">
      <Text size="small" weight="plus" className="mb-2">
        {t("tracking.ratings.remarks")}
      </Text>
      <ul className="flex flex-col gap-y-3">
        {remarks.map(({ at, rating, comment, negotiation_id }) => (
          <li key={`${negotiation_id} ${at}`}>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t("tracking.ratings.remark", { rating, moment: format.moment(at) })} · <QuietLink to={`/negotiations/${negotiation_id}`}>{t("tracking.ratings.open")}</QuietLink>
            </Text>
            <Text size="small" className="whitespace-pre-wrap break-words">
              {comment}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  )
}
