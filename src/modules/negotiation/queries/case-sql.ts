import { AGREEMENT_JSON } from "../sql/agreement-json"

/** A case with its company and the name of its policy. */
export const HEAD_SQL = `
  SELECT n.id, n.display_id, n.previous_id, n.status, n.version, n.origin, n.company_id, n.company_name, n.customer_id,
    n.customer_email, n.region_id, n.currency_code, n.is_tax_inclusive, n.cart_id, n.segment, n.policy_id, n.policy_version,
    n.round, n.rounds_allowed, n.value, n.asked_value, n.context, n.reason_code, n.assigned_to, n.level, n.sla_due_at, n.expires_at,
    n.touched_by_person, n.closed_at, n.order_id, n.decision, n.created_at, n.updated_at, p.name AS policy_name,
    CASE WHEN c.id IS NULL THEN NULL ELSE jsonb_build_object('id', c.id, 'name', c.name, 'segment', c.segment, 'profitability', c.profitability, 'growth', c.growth, 'credit', c.credit,
      'strategic', c.strategic, 'opted_out', c.opted_out, 'customer_group_id', c.customer_group_id) END AS company
  FROM negotiation n
  LEFT JOIN negotiation_company c ON c.id = n.company_id AND c.deleted_at IS NULL
  LEFT JOIN negotiation_policy p ON p.id = n.policy_id
  WHERE n.id = :id AND n.deleted_at IS NULL`

/** The lines of a case, in their order. */
export const LINES_SQL = `
  SELECT id, variant_id, product_id, line_item_id, title, sku, quantity, list_unit_price, current_unit_price, target_unit_price,
    last_paid_unit_price, last_paid_quantity, last_paid_at, competing_offer, counter_unit_price, unit_cost, floor_unit_price,
    break_even_quantity, tax_ppm
  FROM negotiation_line WHERE negotiation_id = :id AND deleted_at IS NULL ORDER BY position, id`

/** The offer that stands with its options: at most one, a unique index holds that. */
export const OFFER_SQL = `
  SELECT o.id, o.round, o.origin, o.expires_at, o.agreement_days, (
    SELECT jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'lines', t.lines, 'terms', t.terms, 'detail', t.detail, 'saving_total', t.saving_total,
      'contribution', t.contribution, 'margin_bps', t.margin_bps) ORDER BY t.position)
    FROM negotiation_option t WHERE t.offer_id = o.id AND t.deleted_at IS NULL
  ) AS options
  FROM negotiation_offer o WHERE o.negotiation_id = :id AND o.status = 'standing' AND o.deleted_at IS NULL`

/** The audit trail of a case, in the order of writing. */
export const EVENTS_SQL = `
  SELECT id, created_at, actor_type, actor_id, kind, status_before, status_after, round, lines, message, reason_code, note,
    policy_version
  FROM negotiation_event WHERE negotiation_id = :id AND deleted_at IS NULL ORDER BY sequence`

/** Messages and notes of a case, oldest first. */
export const MESSAGES_SQL = `
  SELECT id, created_at, author_type, author_id, internal, text
  FROM negotiation_message WHERE negotiation_id = :id AND deleted_at IS NULL ORDER BY created_at, id`

/** The agreement a case led to with its lines. */
export const AGREEMENT_SQL = `
  SELECT ${AGREEMENT_JSON} AS agreement FROM negotiation_agreement a WHERE a.negotiation_id = :id AND a.deleted_at IS NULL`
