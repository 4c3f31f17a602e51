import { DataSource, EntitySchema, type EntitySchemaColumnOptions } from "typeorm"

/**
 * The truth in the database, read over a connection of the tests' own and past the plugin's mapping: a fault in that
 * mapping can't hide behind itself. Amounts come as strings, the way Postgres keeps them.
 */
type Columns = Record<string, EntitySchemaColumnOptions>
type Row = Record<string, unknown> & { id: string }

const text: EntitySchemaColumnOptions = { type: "text", nullable: true }
const whole: EntitySchemaColumnOptions = { type: "integer", nullable: true }
const amount: EntitySchemaColumnOptions = { type: "numeric", nullable: true }
const time: EntitySchemaColumnOptions = { type: "timestamptz", nullable: true }
const json: EntitySchemaColumnOptions = { type: "jsonb", nullable: true }
const yes: EntitySchemaColumnOptions = { type: "boolean", nullable: true }

function table(tableName: string, columns: Columns): EntitySchema<Row> {
  return new EntitySchema<Row>({ name: tableName, tableName, columns: { id: { type: "text", primary: true }, ...columns, created_at: time, deleted_at: time } })
}

/** The plugin's and Medusa's tables that the tests read. */
export const TABLES = {
  negotiation: table("negotiation", {
    previous_id: text, status: text, version: whole, company_id: text, customer_id: text, currency_code: text, region_id: text, cart_id: text,
    policy_id: text, policy_version: whole, round: whole, value: amount, asked_value: amount, reason_code: text, assigned_to: text, level: text, sla_hours: whole,
    touched_by_person: yes, closed_at: time, expires_at: time, sla_due_at: time, order_id: text, decision: json,
  }),
  negotiation_line: table("negotiation_line", {
    negotiation_id: text, variant_id: text, line_item_id: text, quantity: whole, list_unit_price: amount, current_unit_price: amount, target_unit_price: amount,
    counter_unit_price: amount, unit_cost: amount, floor_unit_price: amount, break_even_quantity: whole, competing_offer: json, tax_ppm: whole,
  }),
  negotiation_offer: table("negotiation_offer", { negotiation_id: text, round: whole, origin: text, status: text, expires_at: time }),
  negotiation_option: table("negotiation_option", { offer_id: text, position: whole, kind: text, lines: json, terms: json, saving_total: amount, contribution: amount, margin_bps: whole }),
  negotiation_agreement: table("negotiation_agreement", {
    negotiation_id: text, offer_id: text, option_id: text, company_id: text, customer_id: text, region_id: text, currency_code: text, status: text, version: whole,
    valid_from: time, valid_until: time, max_orders: whole, orders: whole, ended_at: time, ended_reason: text,
    shared: yes, is_tax_inclusive: yes, promotion_stacking: text, revoke_at: time, revocation: json, commitment_reminded_at: time, flags: json,
  }),
  negotiation_agreement_line: table("negotiation_agreement_line", {
    agreement_id: text, company_id: text, variant_id: text, min_quantity: whole, unit_price: amount, remaining_quantity: whole, price_ids: json,
    max_quantity: whole, committed_quantity: whole, bought_quantity: whole, fulfilled_quantity: whole, valid_until: time,
  }),
  negotiation_agreement_use: table("negotiation_agreement_use", { agreement_id: text, cart_id: text, order_id: text, status: text, checked: yes, lines: json }),
  negotiation_heard_order: table("negotiation_heard_order", { order_id: text, items: json }),
  negotiation_concession: table("negotiation_concession", {
    agreement_id: text, company_id: text, kind: text, target: text, percent: amount, amount, shipping_option_id: text, payment_term: text, min_subtotal: amount,
    agreement_line_id: text, variant_id: text, min_quantity: whole, max_quantity: whole, promotion_id: text, promotion_code: text,
  }),
  negotiation_cart: table("negotiation_cart", { cart_id: text, company_id: text, customer_id: text, payment_term: text }),
  negotiation_event: table("negotiation_event", {
    sequence: whole, negotiation_id: text, agreement_id: text, company_id: text, actor_type: text, actor_id: text, kind: text, status_before: text, status_after: text,
    round: whole, lines: json, message: text, reason_code: text, note: text, policy_version: whole, trace: json,
  }),
  negotiation_message: table("negotiation_message", { negotiation_id: text, line_id: text, author_type: text, author_id: text, internal: yes, text, file_ids: json }),
  negotiation_memory: table("negotiation_memory", { company_id: text, variant_id: text, region_id: text, currency_code: text, version: whole, state: json, window_ends_at: time, cool_down_until: time }),
  negotiation_idempotency_key: table("negotiation_idempotency_key", { scope: text, key: text, body_hash: text, negotiation_id: text, status_code: whole, answer: json }),
  negotiation_company: table("negotiation_company", { key: text, customer_group_id: text, customer_id: text, name: text, segment: text, profitability: text, growth: text, credit: text, opted_out: yes, strategic: yes, shares_agreements: yes, missed_commitment_at: time, price_list_id: text }),
  negotiation_policy: table("negotiation_policy", { name: text, status: text, priority: whole, scope: json, version: whole }),
  negotiation_policy_version: table("negotiation_policy_version", { policy_id: text, version: whole, terms: json, note: text, created_by: text }),
  negotiation_attachment: table("negotiation_attachment", { owner_key: text, customer_id: text, file_id: text, name: text, mime_type: text, size: whole, attached_at: time }),
  negotiation_behaviour_event: table("negotiation_behaviour_event", {
    name: text, company_id: text, negotiation_id: text, segment: text, variant_id: text, option_kind: text, stage: text, rating: whole, comment: text, once: text,
  }),
  negotiation_cost: table("negotiation_cost", { variant_id: text, currency_code: text, unit_cost: amount, valid_from: time }),
  price: table("price", { title: text, price_set_id: text, price_list_id: text, currency_code: text, amount, min_quantity: amount, max_quantity: amount, rules_count: whole }),
  price_rule: table("price_rule", { price_id: text, attribute: text, operator: text, value: text }),
  price_list: table("price_list", { title: text, status: text, type: text, starts_at: time, ends_at: time }),
  promotion: table("promotion", { code: text, status: text, is_automatic: yes }),
  cart: table("cart", { customer_id: text, region_id: text, currency_code: text, email: text, completed_at: time }),
  cart_line_item: table("cart_line_item", { cart_id: text, variant_id: text, quantity: whole, unit_price: amount, compare_at_unit_price: amount, is_custom_price: yes, metadata: json }),
  order: table("order", { customer_id: text, region_id: text, currency_code: text, status: text, email: text }),
  order_line_item: table("order_line_item", { variant_id: text, unit_price: amount }),
  order_item: table("order_item", { order_id: text, item_id: text, version: whole, quantity: amount }),
} as const

/** Name of a table the tests read. */
export type TableName = keyof typeof TABLES

/** Reads what is in the database. Soft-deleted rows are left out. */
export interface Truth {
  /** Every row of a table that has these values. */
  rows(table: TableName, where?: Record<string, unknown>): Promise<Row[]>
  /** The one row that has these values; throws where there are none or several. */
  row(table: TableName, where: Record<string, unknown>): Promise<Row>
  close(): Promise<void>
}

/** Opens the tests' own connection. @param url The database under test. */
export async function openTruth(url: string): Promise<Truth> {
  const source = await new DataSource({ type: "postgres", url, entities: Object.values(TABLES), synchronize: false, poolSize: 2 }).initialize()
  const rows: Truth["rows"] = async (name, where = {}) => {
    const found = await source.getRepository(TABLES[name]).find({ where: where as never, order: { created_at: "ASC", id: "ASC" } as never })
    return found.filter((row) => row.deleted_at === null)
  }
  return {
    rows,
    row: async (name, where) => {
      const found = await rows(name, where)
      const [only] = found
      if (only === undefined || found.length > 1) throw new Error(`${found.length} rows of ${name} fit ${JSON.stringify(where)}`)
      return only
    },
    close: () => source.destroy(),
  }
}
