import { Badge, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"

interface ViewTabsProps<View extends string> {
  /** Where the tabs' words are in the translations: `views`, and `view` with a word for each. */
  words: string
  views: readonly View[]
  /** How many entries a view has, where its number is worth a glance. */
  counts: Partial<Record<View, number | undefined>>
  /** The view whose entries are a warning. */
  alarming: View
}

/** The saved views of a list as tabs. Belongs inside a `Tabs` root. On a wide screen they share a line with the search. */
export function ViewTabs<View extends string>({ words, views, counts, alarming }: ViewTabsProps<View>) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  return (
    <div className="overflow-x-auto px-6 py-3 xl:relative xl:z-[1] xl:-mb-14 xl:w-max">
      <Tabs.List className="w-max" aria-label={t(`${words}.views`)}>
        {views.map((view) => {
          const count = counts[view]
          return (
            <Tabs.Trigger key={view} value={view} className="gap-x-1.5">
              {t(`${words}.view.${view}`)}
              {count !== undefined && (
                <Badge size="2xsmall" rounded="full" color={view === alarming && count > 0 ? "red" : "grey"}>
                  {format.count(count)}
                </Badge>
              )}
            </Tabs.Trigger>
          )
        })}
      </Tabs.List>
    </div>
  )
}
