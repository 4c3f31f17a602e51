import { Container, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** The shape of a case page while it loads. */
export function CaseSkeleton() {
  const { t } = useTranslation("negotiation")
  return (
    <div role="status" aria-label={t("common.loading")} className="flex flex-col gap-y-3">
      <Container className="flex flex-col gap-y-3">
        <Skeleton className="h-7 w-72" />
        <Skeleton className="h-4 w-96 max-w-full" />
      </Container>
      <div className="grid gap-3 xl:grid-cols-[minmax(0,_1fr)_440px]">
        <Skeleton className="h-80 rounded-lg" />
        <Skeleton className="h-80 rounded-lg" />
      </div>
    </div>
  )
}
