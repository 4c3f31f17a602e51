import type { RatingFigures } from "../../contract"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import { readBookmark, saveBookmark } from "./bookmark-queries"
import { keepBehaviour } from "./behaviour-queries"
import { BehaviourEvent, Bookmark, Purchase } from "./models"
import { ratings, type RatingQuestion } from "./rating-queries"
import { deletePurchases, purchaseFacts, purchasesOf, upsertPurchases } from "./purchase-queries"
import type { SqlContext } from "./sql"
import type { BehaviourRow, Bookmarked, LargestQuantity, LastPaid, PurchaseFacts, PurchaseQuestion, PurchaseRow } from "./types"

/** What the store's orders tell about buyers, in the shape the plugin asks for. Nothing here is the truth of anything. */
export default class InsightModuleService extends MedusaService({ Purchase, Bookmark, NegotiationBehaviourEvent: BehaviourEvent }) {
  /**
   * Last price paid and largest past quantity, one entry for each variant asked about, in one round trip.
   * Cancelled orders don't count. `last_paid` is of the currency asked for, `largest_quantity` of every currency.
   */
  @InjectManager()
  async purchaseFacts(question: PurchaseQuestion, @MedusaContext() context: SqlContext = {}): Promise<PurchaseFacts[]> {
    return purchaseFacts(context, question)
  }

  /** The last purchase of each variant that was bought in this currency. */
  @InjectManager()
  async lastPaid(question: PurchaseQuestion, @MedusaContext() context: SqlContext = {}): Promise<LastPaid[]> {
    const facts = await purchaseFacts(context, question)
    return facts.flatMap(({ variant_id, last_paid }) => (last_paid ? [{ variant_id, ...last_paid }] : []))
  }

  /** The most pieces bought on one order line, of each variant that was bought. */
  @InjectManager()
  async largestPastQuantity(question: PurchaseQuestion, @MedusaContext() context: SqlContext = {}): Promise<LargestQuantity[]> {
    const facts = await purchaseFacts(context, question)
    return facts.flatMap(({ variant_id, largest_quantity }) => (largest_quantity === null ? [] : [{ variant_id, quantity: largest_quantity }]))
  }

  /**
   * Writes purchases, one an order line; a line already known is brought up to date. It stays with the company it was
   * bought for when its buyer changes companies, and once cancelled it stays cancelled.
   */
  @InjectTransactionManager()
  async recordPurchases(rows: readonly PurchaseRow[], @MedusaContext() context: SqlContext = {}): Promise<void> {
    await upsertPurchases(context, rows)
  }

  /** As `recordPurchases`, for whole orders: lines these orders no longer have are forgotten, in the same transaction. */
  @InjectTransactionManager()
  async recordOrders(orderIds: readonly string[], rows: readonly PurchaseRow[], @MedusaContext() context: SqlContext = {}): Promise<void> {
    await deletePurchases(context, orderIds, rows.map((row) => row.order_line_item_id))
    await upsertPurchases(context, rows)
  }

  /** Puts these orders back to exactly these rows: the undo of `recordOrders`. */
  @InjectTransactionManager()
  async restoreOrders(orderIds: readonly string[], rows: readonly PurchaseRow[], @MedusaContext() context: SqlContext = {}): Promise<void> {
    await deletePurchases(context, orderIds)
    await upsertPurchases(context, rows)
  }

  /** The purchases stored for these orders. */
  @InjectManager()
  async purchasesOf(orderIds: readonly string[], @MedusaContext() context: SqlContext = {}): Promise<PurchaseRow[]> {
    return purchasesOf(context, orderIds)
  }

  /** Forgets an order's purchases. An order never recorded is no error. */
  @InjectTransactionManager()
  async forgetOrder(orderId: string, @MedusaContext() context: SqlContext = {}): Promise<void> {
    await deletePurchases(context, [orderId])
  }

  /** Keeps something a buyer did. @returns its id */
  @InjectTransactionManager()
  async keepBehaviour(row: BehaviourRow, @MedusaContext() context: SqlContext = {}): Promise<string> {
    return keepBehaviour(context, row)
  }

  /** How it went, by what buyers said. */
  @InjectManager()
  async ratings(question: RatingQuestion, @MedusaContext() context: SqlContext = {}): Promise<RatingFigures> {
    return ratings(context, question)
  }

  /** Where the long reading of this name stands, or null where there never was one. */
  @InjectManager()
  async bookmark(name: string, @MedusaContext() context: SqlContext = {}): Promise<Bookmarked | null> {
    return readBookmark(context, name)
  }

  /** Writes where the long reading of this name stands. */
  @InjectTransactionManager()
  async keepBookmark(name: string, mark: Bookmarked, @MedusaContext() context: SqlContext = {}): Promise<void> {
    await saveBookmark(context, name, mark)
  }
}
