import type { NegotiationModuleService } from "../../src/modules/negotiation"

/** The service of a module test. */
export type Service = InstanceType<typeof NegotiationModuleService>

/** What a test says about one line; the rest has plain values. */
export interface LineSeed {
  title?: string
  sku?: string
  quantity?: number
  current?: number
  target?: number
  cost?: number | null
  /** Tax in its prices, in parts per million of the net price. */
  tax_ppm?: number
  /** The deal made for the line. */
  agreed?: { quantity: number; unit_price: number }
}

/** What a test says about one case. */
export interface CaseSeed {
  status?: string
  origin?: "buyer" | "seller"
  currency?: string
  segment?: string
  company_id?: string
  company_name?: string
  customer_email?: string
  policy_id?: string
  assigned_to?: string
  opened?: string
  closed?: string
  touched?: boolean
  reason_code?: string
  sla_due_at?: string
  is_tax_inclusive?: boolean
  value?: number
  lines?: LineSeed[]
}

/** The first of what was created. Nested rows are not in the generated types; the arrays' overloads are the plain ones. */
async function first<Row>(created: Promise<Row[]>): Promise<Row> {
  const [row] = await created
  if (row === undefined) throw new Error("Nothing was created")
  return row
}

/** Puts an offer with its options on the table of a case. */
export async function seedOffer(service: Service, negotiation_id: string, options: object[] = []): Promise<void> {
  const offer = { negotiation_id, round: 1, origin: "automatic", expires_at: new Date("2030-01-01T00:00:00Z"), agreement_days: 90, options }
  await service.createNegotiationOffers([offer] as unknown as Parameters<Service["createNegotiationOffers"]>[0])
}

function lineRow(seed: LineSeed, position: number) {
  return {
    position,
    variant_id: `variant_${position}`,
    title: seed.title ?? "Bolt",
    sku: seed.sku ?? null,
    quantity: seed.quantity ?? 10,
    list_unit_price: seed.current ?? 10,
    current_unit_price: seed.current ?? 10,
    target_unit_price: seed.target ?? 9,
    unit_cost: seed.cost === undefined ? 6 : seed.cost,
    tax_ppm: seed.tax_ppm ?? 0,
  }
}

/** Writes a case with its lines and, where a line says so, the agreement it led to. */
export async function seedCase(service: Service, seed: CaseSeed = {}): Promise<{ id: string; display_id: number }> {
  const lines = seed.lines ?? [{}]
  const sum = (price: (line: LineSeed) => number) => lines.reduce((total, line) => total + price(line) * (line.quantity ?? 10), 0)
  const company = { company_id: seed.company_id ?? "ncom_acme", customer_id: "cus_1", region_id: "reg_1", currency_code: seed.currency ?? "usd" }
  const created = await first(service.createNegotiations([{
    ...company,
    status: (seed.status ?? "in_review") as "in_review",
    origin: seed.origin ?? "buyer",
    company_name: seed.company_name ?? "Acme",
    customer_email: seed.customer_email ?? "buyer@acme.test",
    segment: seed.segment ?? null,
    policy_id: seed.policy_id ?? null,
    assigned_to: seed.assigned_to ?? null,
    rounds_allowed: 4,
    is_tax_inclusive: seed.is_tax_inclusive ?? false,
    value: seed.value ?? sum((line) => line.current ?? 10),
    asked_value: sum((line) => line.target ?? 9),
    context: {},
    touched_by_person: seed.touched ?? false,
    reason_code: seed.reason_code ?? null,
    sla_due_at: seed.sla_due_at ? new Date(seed.sla_due_at) : null,
    closed_at: seed.closed ? new Date(seed.closed) : null,
    ...(seed.opened ? { created_at: new Date(seed.opened) } : {}),
    lines: lines.map(lineRow),
  }] as unknown as Parameters<Service["createNegotiations"]>[0]))
  const deals = lines.flatMap((line, position) => (line.agreed ? [{ ...line.agreed, position }] : []))
  if (deals.length > 0) {
    const stored = await service.listNegotiationLines({ negotiation_id: created.id })
    await service.createNegotiationAgreements([{
      ...company,
      negotiation_id: created.id,
      valid_from: new Date("2026-06-01T00:00:00Z"),
      valid_until: new Date("2026-12-01T00:00:00Z"),
      lines: deals.map((deal) => {
        const line = stored.find((each) => each.position === deal.position)
        return {
          company_id: company.company_id,
          line_id: line?.id ?? null,
          variant_id: line?.variant_id ?? "",
          title: line?.title ?? "",
          min_quantity: deal.quantity,
          unit_price: deal.unit_price,
          price_ids: [],
        }
      }),
    }] as unknown as Parameters<Service["createNegotiationAgreements"]>[0])
  }
  return { id: created.id, display_id: created.display_id }
}
