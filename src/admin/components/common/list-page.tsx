import { DataTable } from "@medusajs/dashboard/components"
import { useQueryParams } from "@medusajs/dashboard/hooks"
import { Container } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import { LoadError } from "./load-error"

const PAGE_SIZE = 20

/** The page and the search words in the address, as the API's plain lists take them. */
export function usePageQuery(): { limit: number; offset: number; q?: string } {
  const { q, offset } = useQueryParams(["q", "offset"])
  return { limit: PAGE_SIZE, offset: Number(offset ?? 0) || 0, ...(q ? { q } : {}) }
}

interface ListPageProps<Row> {
  /** Where the page's words are in the translations: `title`, `hint`, `empty`. */
  words: string
  rows: Row[] | undefined
  count: number | undefined
  columns: ComponentProps<typeof DataTable<Row>>["columns"]
  getRowId: (row: Row) => string
  query: { isPending: boolean; isError: boolean; isFetching: boolean; error: unknown; refetch: () => unknown }
  search?: boolean
  rowHref?: (row: Row) => string
  action?: { label: string; onClick: () => void } | { label: string; to: string }
}

/** A plain list: heading, table with search and pages, and what to read where it is empty or could not be read. */
export function ListPage<Row>({ words, rows, count, columns, getRowId, query, search = true, rowHref, action }: ListPageProps<Row>) {
  const { t } = useTranslation("negotiation")
  return (
    <Container className="p-0">
      {query.isError ? (
        <LoadError error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />
      ) : (
        <DataTable
          heading={t(`${words}.title`)}
          subHeading={t(`${words}.hint`)}
          data={rows ?? []}
          columns={columns}
          getRowId={getRowId}
          rowCount={count ?? 0}
          pageSize={PAGE_SIZE}
          enableSearch={search}
          isLoading={query.isPending}
          emptyState={{
            empty: { heading: t(`${words}.empty.title`), description: t(`${words}.empty.text`) },
            filtered: { heading: t("queue.noMatch.title"), description: t("queue.noMatch.text") },
          }}
          {...(rowHref ? { rowHref } : {})}
          {...(action ? { action } : {})}
        />
      )}
    </Container>
  )
}
