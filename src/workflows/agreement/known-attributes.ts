import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The rule attributes the plugin's price rows use. */
const ATTRIBUTES = ["customer_id", "customer.id", "customer.groups.id", "region_id"]
const TITLE = "Negotiation: known price attributes"
/** An id nobody has, so that the rules match nothing even if somebody brings the list back. */
const NOBODY = "negotiation_nobody"

/**
 * Makes the plugin's rule attributes known to Medusa's pricing. A cart's pricing context has more than ten keys, and of such
 * a context only attributes found in the rule tables are kept, by a list each process reads once: the first rule with a new
 * attribute would be ignored by every process already running. One price list, a draft with a rule per attribute and
 * deleted at once, keeps them in the tables: Medusa's list counts deleted rules too, and no merchant sees it.
 *
 * Run by `db:migrate` (src/migration-scripts), with a company's first price list, and by the reconciliation. Does nothing
 * where it has been done.
 */
export async function ensureKnownAttributes(container: MedusaContainer): Promise<void> {
  const pricing = container.resolve(Modules.PRICING)
  const [known] = await pricing.listPriceLists({ q: TITLE }, { select: ["id"], withDeleted: true, take: 1 })
  if (known) return
  const [list] = await pricing.createPriceLists([
    {
      title: TITLE,
      description: "Kept so that agreed prices are found. Gives nobody a price.",
      status: "draft",
      type: "sale",
      rules: Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute, [NOBODY]])),
    },
  ])
  if (list) await pricing.softDeletePriceLists([list.id])
}
