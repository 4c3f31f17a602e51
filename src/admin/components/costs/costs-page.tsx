import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useCosts, useVariants, type CostRow } from "../../hooks/use-costs"
import { useFormat } from "../../hooks/use-format"
import { ListPage, usePageQuery } from "../common/list-page"
import { CostDrawer } from "./cost-drawer"

interface NamedCost extends CostRow {
  title: string
  sku: string | null
}

const column = createDataTableColumnHelper<NamedCost>()

/** The unit costs the floor is worked out from. */
export function CostsPage() {
  const { t } = useTranslation("negotiation")
  const { limit, offset } = usePageQuery()
  const costs = useCosts({ limit, offset })
  const ids = [...new Set((costs.data?.costs ?? []).map((cost) => cost.variant_id))]
  const variants = useVariants({ id: ids, limit: ids.length }, ids.length > 0)
  const [adding, setAdding] = useState(false)

  const rows = useMemo(
    () =>
      costs.data?.costs.map((cost): NamedCost => {
        const variant = variants.data?.find(({ id }) => id === cost.variant_id)
        return { ...cost, title: variant?.title ?? cost.variant_id, sku: variant?.sku ?? null }
      }),
    [costs.data, variants.data]
  )
  const columns = useMemo(
    () => [
      column.accessor("title", { header: t("costs.variant"), cell: ({ row }) => <Variant cost={row.original} /> }),
      column.accessor("unit_cost", { header: t("costs.cost"), align: "right", cell: ({ row }) => <Amount cost={row.original} /> }),
      column.accessor("valid_from", { header: t("costs.from"), cell: ({ getValue }) => <From at={getValue()} /> }),
    ],
    [t]
  )

  return (
    <>
      <ListPage
        words="costs"
        rows={rows}
        count={costs.data?.count}
        columns={columns}
        getRowId={(cost) => cost.id}
        query={costs}
        search={false}
        action={{ label: t("costs.add.open"), onClick: () => setAdding(true) }}
      />
      {adding && <CostDrawer onClose={() => setAdding(false)} />}
    </>
  )
}

function Variant({ cost }: { cost: NamedCost }) {
  return (
    <div className="flex flex-col py-2">
      <span className="text-ui-fg-base">{cost.title}</span>
      {cost.sku && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          {cost.sku}
        </Text>
      )}
    </div>
  )
}

function Amount({ cost }: { cost: NamedCost }) {
  return <span className="tabular-nums">{useFormat().unitPrice(cost.unit_cost, cost.currency_code)}</span>
}

function From({ at }: { at: string }) {
  return <>{useFormat().moment(at)}</>
}
