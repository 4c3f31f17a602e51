import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ArticleDifference } from "../../../../modules/negotiation/case-types"
import { articleTitle } from "../line-title"
import type { SubstituteCandidate } from "./lever-facts"

const MEASURES = ["weight", "length", "width", "height"] as const
const PROPERTIES = ["material", ...MEASURES, "origin_country"] as const

type Measures = Readonly<Partial<Record<(typeof PROPERTIES)[number], string | number | null>>>

interface ArticleRow extends Measures {
  readonly id: string
  readonly title: string | null
  readonly sku: string | null
  readonly thumbnail?: string | null
  readonly options?: readonly { readonly value: string; readonly option?: { readonly title: string } | null }[] | null
  readonly product:
    | (Measures & {
        readonly id: string
        readonly title: string
        readonly description: string | null
        readonly thumbnail: string | null
        readonly variants?: readonly unknown[] | null
        readonly sales_channels?: readonly ({ readonly id: string } | null)[] | null
      })
    | null
}

/** Articles as the store describes them, by variant. */
export type Articles = ReadonlyMap<string, ArticleRow>

const FIELDS = [
  ...["id", "title", "sku", ...PROPERTIES],
  ...["options.value", "options.option.title"],
  ...["id", "title", "description", "thumbnail", "sales_channels.id", "variants.id", ...PROPERTIES].map((field) => `product.${field}`),
]

/** Reads how the store describes some variants, and where they are sold, in one query. */
export async function readArticles(container: MedusaContainer, variant_ids: readonly string[]): Promise<Articles> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "variant", fields: FIELDS, filters: { id: [...variant_ids] } })
  return new Map((data as unknown as ArticleRow[]).map((row) => [row.id, row]))
}

/** Whether an article is sold in a channel. */
export function isSoldIn(article: ArticleRow, sales_channel_id: string | null): boolean {
  return sales_channel_id === null || (article.product?.sales_channels ?? []).some((channel) => channel?.id === sales_channel_id)
}

/** The variant's own word on a property, else its product's. */
function said(article: ArticleRow, property: (typeof PROPERTIES)[number]): string | null {
  const value = article[property] ?? article.product?.[property] ?? null
  return value === null || value === "" ? null : String(value)
}

/** In what one article differs from another, where the store describes both. */
function differencesOf(asked: ArticleRow, offered: ArticleRow): ArticleDifference[] {
  const properties = PROPERTIES.flatMap((property): ArticleDifference[] => {
    const [was, is] = [said(asked, property), said(offered, property)]
    return was === null || is === null || was === is ? [] : [{ property, name: null, asked: was, offered: is }]
  })
  const options = (asked.options ?? []).flatMap(({ value, option }): ArticleDifference[] => {
    const other = (offered.options ?? []).find((each) => each.option?.title === option?.title)
    return !option || !other || other.value === value ? [] : [{ property: "option", name: option.title, asked: value, offered: other.value }]
  })
  return [...properties, ...options]
}

/** An article as the buyer of another one would see it. */
export function candidateOf(asked: ArticleRow, offered: ArticleRow): SubstituteCandidate {
  return {
    variant_id: offered.id,
    title: articleTitle(offered.product?.title ?? offered.id, offered.title, offered.product?.variants?.length ?? 0),
    sku: offered.sku,
    thumbnail: offered.thumbnail ?? offered.product?.thumbnail ?? null,
    description: offered.product?.description ?? null,
    differs: differencesOf(asked, offered),
  }
}
