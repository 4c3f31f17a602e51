import type { AdminLine } from "../../../contract"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useElementWidth } from "../../hooks/use-element-width"
import { useFormat } from "../../hooks/use-format"
import { placeLabels, pricePoints, type PriceName } from "../../lib/price-points"

/** Which of several coinciding prices gives the marker its colour: the one a decision turns on. */
const WEIGHT: readonly PriceName[] = ["ask", "counter", "floor", "cost", "cost_taxed", "competitor", "last_paid", "current", "list"]

const MARKERS: Record<PriceName, string> = {
  ask: "bg-ui-tag-blue-icon rotate-45",
  counter: "bg-ui-tag-green-icon rounded-full",
  floor: "bg-ui-tag-red-icon",
  cost: "bg-ui-tag-red-icon",
  cost_taxed: "bg-ui-tag-red-icon",
  competitor: "bg-ui-tag-purple-icon rounded-full",
  last_paid: "bg-ui-tag-orange-icon rounded-full",
  current: "bg-ui-tag-neutral-icon rounded-full",
  list: "bg-ui-tag-neutral-icon rounded-full",
}

const LANE = 38
const CHARACTER = 6.2
const INSET = 12

interface PriceAxisProps {
  line: AdminLine
  currency: string
  /** The counter to show instead of the standing one: what is being typed. */
  counter?: number | null
  /** Leaves the line's title out where it stands above anyway. */
  bare?: boolean
  /** Background the axis stands on: labels cover the guide lines of others with it. */
  surface?: string
}

/** All prices of a line on one scale: how far the ask is from the floor is seen, not computed. */
export function PriceAxis({ line, currency, counter, bare = false, surface = "bg-ui-bg-base" }: PriceAxisProps) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const [ref, width] = useElementWidth()
  const points = pricePoints(line, counter ?? line.counter_unit_price)
  const nameOf = (names: readonly PriceName[]) => names.map((name) => t(`price.${name}`)).join(" = ")
  const priceOf = (price: number) => format.unitPrice(price, currency)
  const labels = placeLabels(points, Math.max(0, width), ({ names, price }) => Math.max(nameOf(names).length, priceOf(price).length) * CHARACTER + 4)
  const lanes = Math.max(0, ...labels.map(({ lane }) => lane)) + 1
  const floor = labels.find(({ point }) => point.names.includes("floor"))

  return (
    <figure className="m-0" aria-label={t("axis.label", { title: line.title })}>
      {!bare && (
        <Text as="span" size="small" leading="compact" weight="plus" className="mb-3 block">
          {line.title}
        </Text>
      )}
      <div style={{ paddingInline: INSET }}>
        <div ref={ref} className="relative" style={{ height: 16 + lanes * LANE }}>
          <div className="bg-ui-border-strong absolute inset-x-0 top-[7px] h-0.5 rounded-full" aria-hidden />
          {floor && <div aria-hidden className="bg-ui-tag-red-bg absolute left-0 top-1 h-2 rounded-full" style={{ width: floor.x }} />}
          {labels.map(({ point, x, lane }) => (
            <span key={point.price} aria-hidden className="bg-ui-border-strong absolute w-px" style={{ left: x, top: 8, height: 10 + lane * LANE }} />
          ))}
          {labels.map(({ point, x, left, size, align, lane }) => {
            const main = WEIGHT.find((name) => point.names.includes(name)) ?? "list"
            return (
              <div key={point.price}>
                <span aria-hidden className={`border-ui-bg-base absolute top-[3px] size-2.5 -translate-x-1/2 border ${MARKERS[main]}`} style={{ left: x }} />
                <span className={`${surface} absolute flex flex-col whitespace-nowrap`} style={{ left, width: size, textAlign: align, top: 17 + lane * LANE }}>
                  <span className={`txt-compact-xsmall ${main === "ask" || main === "counter" ? "text-ui-fg-base font-medium" : "text-ui-fg-subtle"}`}>{nameOf(point.names)}</span>
                  <span className="txt-compact-xsmall text-ui-fg-subtle tabular-nums">{priceOf(point.price)}</span>
                </span>
              </div>
            )
          })}
        </div>
      </div>
    </figure>
  )
}
