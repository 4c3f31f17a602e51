import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What the catalogue and the warehouse say about a variant. */
export interface VariantFacts {
  readonly variant_id: string
  /** Empty where the product is gone. */
  readonly product_id: string
  /** What a tax rate may hang on beside the product. */
  readonly product_type_id: string | null
  /** Why it may not be negotiated, or null. */
  readonly excluded: string | null
  /** Pieces that can be promised from the sales channel's locations; null where stock is not counted or backorders are taken. */
  readonly stock: number | null | "unknown"
  /** Lot or pallet size from the variant's metadata `lot_size`; null without one. */
  readonly lot: number | null
  /** Fewest pieces that are sold at once, from the variant's metadata `minimum_quantity`; null without. */
  readonly minimum_quantity: number | null
  /** Variants that may stand in for it: metadata `substitutes` of the variant and of its product, the variant's first. */
  readonly substitutes: readonly string[]
}

interface LocationLevel {
  readonly stocked_quantity: number
  readonly reserved_quantity: number
  readonly stock_locations?: readonly { readonly sales_channels?: readonly { readonly id: string }[] | null }[] | null
}

interface VariantRow {
  readonly id: string
  readonly manage_inventory: boolean
  readonly allow_backorder: boolean
  readonly metadata: Record<string, unknown> | null
  readonly product: { readonly id: string; readonly type_id: string | null; readonly status: string; readonly is_giftcard: boolean; readonly metadata: Record<string, unknown> | null } | null
  readonly inventory_items?: readonly {
    readonly required_quantity: number
    readonly inventory: { readonly location_levels?: readonly LocationLevel[] | null } | null
  }[]
}

const VARIANT_FIELDS = [
  "id",
  "manage_inventory",
  "allow_backorder",
  "metadata",
  "product.id",
  "product.type_id",
  "product.status",
  "product.is_giftcard",
  "product.metadata",
  "inventory_items.required_quantity",
  "inventory_items.inventory.location_levels.stocked_quantity",
  "inventory_items.inventory.location_levels.reserved_quantity",
  "inventory_items.inventory.location_levels.stock_locations.sales_channels.id",
]

function inChannel(level: LocationLevel, salesChannelId: string | null): boolean {
  if (salesChannelId === null) return true
  return (level.stock_locations ?? []).some((location) =>
    (location.sales_channels ?? []).some((channel) => channel.id === salesChannelId)
  )
}

/** The scarcest part decides how many sets can be promised. */
function stockOf(row: VariantRow, salesChannelId: string | null): number | null | "unknown" {
  if (!row.manage_inventory || row.allow_backorder) return null
  const parts = row.inventory_items ?? []
  if (parts.length === 0) return "unknown"
  const sets = parts.map((part) => {
    const pieces = (part.inventory?.location_levels ?? [])
      .filter((level) => inChannel(level, salesChannelId))
      .reduce((sum, level) => sum + Number(level.stocked_quantity) - Number(level.reserved_quantity), 0)
    return Math.floor(pieces / Math.max(1, Number(part.required_quantity)))
  })
  return Math.max(0, Math.min(...sets))
}

/** A number of pieces out of metadata, which may hold anything. */
function piecesOf(metadata: Record<string, unknown> | null, key: string): number | null {
  const pieces = Number(metadata?.[key])
  return Number.isSafeInteger(pieces) && pieces > 0 ? pieces : null
}

function substitutesOf({ id, metadata, product }: VariantRow): string[] {
  const named = [metadata?.["substitutes"], product?.metadata?.["substitutes"]].flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []))
  return [...new Set(named)].filter((other): other is string => typeof other === "string" && other !== id)
}

function exclusionOf(row: VariantRow): string | null {
  if (!row.product || row.product.status !== "published") return "not_for_sale"
  if (row.product.is_giftcard) return "gift_card"
  const optedOut = row.metadata?.["negotiable"] === false || row.product.metadata?.["negotiable"] === false
  return optedOut ? "product_opted_out" : null
}

/** Reads variants with their stock, in one query. Missing variants are left out. */
export async function readVariants(
  container: MedusaContainer,
  variantIds: readonly string[],
  salesChannelId: string | null
): Promise<Map<string, VariantFacts>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: VARIANT_FIELDS,
    filters: { id: [...variantIds] },
  })
  const rows = data as unknown as VariantRow[]
  return new Map(
    rows.map((row) => [
      row.id,
      {
        variant_id: row.id,
        product_id: row.product?.id ?? "",
        product_type_id: row.product?.type_id ?? null,
        excluded: exclusionOf(row),
        stock: stockOf(row, salesChannelId),
        lot: piecesOf(row.metadata, "lot_size"),
        minimum_quantity: piecesOf(row.metadata, "minimum_quantity"),
        substitutes: substitutesOf(row),
      },
    ])
  )
}
