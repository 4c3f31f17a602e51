/**
 * Cases by the week they were opened in, and once for the whole period (`week` null).
 * A case is automatic when no person decided in it and none is waited for.
 */
export const OPENED_SQL = (bySegment: boolean): string => `
  SELECT to_char(week, 'YYYY-MM-DD') AS week, count(*) AS requests, count(*) FILTER (WHERE automatic) AS automatic
  FROM (
    SELECT date_trunc('week', n.created_at AT TIME ZONE 'UTC')::date AS week,
      (NOT n.touched_by_person AND n.status <> 'in_review') AS automatic
    FROM negotiation n
    WHERE n.currency_code = :currency_code AND n.created_at >= :starts AND n.created_at < :ends
      AND n.origin = 'buyer' AND n.deleted_at IS NULL ${bySegment ? "AND n.segment = :segment" : ""}
  ) opened
  GROUP BY GROUPING SETS ((week), ())`

/**
 * Cases by the week they were closed in, and once for the whole period (`week` null).
 *
 * Won: an agreement came of it, whatever became of the agreement later, so a week's figures don't change after it.
 * Left out: cases replaced by a newer request of the same company (`superseded`) or cleared by the merchant
 * (`started_afresh`): neither won nor lost. What a deal kept is its contribution less what the last ask would have left
 * at its own quantity, tax taken off prices that carry it, so that volume given for price counts; a deal with an unknown
 * cost is counted apart.
 */
export const CLOSED_SQL = (bySegment: boolean): string => `
  WITH closed AS (
    SELECT date_trunc('week', n.closed_at AT TIME ZONE 'UTC')::date AS week,
      extract(epoch FROM n.closed_at - n.created_at) / 3600 AS hours,
      a.id IS NOT NULL AS agreed, a.id AS agreement_id
    FROM negotiation n
    LEFT JOIN negotiation_agreement a ON a.negotiation_id = n.id AND a.deleted_at IS NULL
    WHERE n.currency_code = :currency_code AND n.closed_at >= :starts AND n.closed_at < :ends
      AND n.status NOT IN ('draft', 'in_review', 'awaiting_buyer')
      AND NOT (n.status = 'withdrawn' AND n.reason_code IS NOT NULL AND n.reason_code IN ('superseded', 'started_afresh'))
      AND n.origin = 'buyer' AND n.deleted_at IS NULL ${bySegment ? "AND n.segment = :segment" : ""}
  ), deal AS (
    SELECT c.agreement_id, bool_or(l.unit_cost IS NULL) AS without_cost,
      sum(al.unit_price * al.min_quantity) AS agreed_total, sum(l.current_unit_price * al.min_quantity) AS current_total,
      sum((al.unit_price / (1 + l.tax_ppm / 1000000.0) - l.unit_cost) * al.min_quantity)
        - sum((l.target_unit_price / (1 + l.tax_ppm / 1000000.0) - l.unit_cost) * l.quantity) AS kept
    FROM closed c
    JOIN negotiation_agreement_line al ON al.agreement_id = c.agreement_id AND al.deleted_at IS NULL
    JOIN negotiation_line l ON l.id = al.line_id
    WHERE c.agreed
    GROUP BY c.agreement_id
  )
  SELECT to_char(week, 'YYYY-MM-DD') AS week, count(*) AS closed, count(*) FILTER (WHERE agreed) AS agreed,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS median_hours,
    sum(d.agreed_total) AS agreed_total, sum(d.current_total) AS current_total,
    sum(d.kept) FILTER (WHERE NOT d.without_cost) AS margin_kept,
    count(*) FILTER (WHERE agreed AND coalesce(d.without_cost, true)) AS without_cost
  FROM closed c LEFT JOIN deal d ON c.agreed AND d.agreement_id = c.agreement_id
  GROUP BY GROUPING SETS ((week), ())`

/** Every currency there are cases in. Steps from one to the next in the index instead of reading every case. */
export const CURRENCIES_SQL = `
  WITH RECURSIVE currencies AS (
    (SELECT currency_code FROM negotiation WHERE deleted_at IS NULL ORDER BY currency_code LIMIT 1)
    UNION ALL
    SELECT (SELECT n.currency_code FROM negotiation n WHERE n.currency_code > c.currency_code AND n.deleted_at IS NULL
      ORDER BY n.currency_code LIMIT 1)
    FROM currencies c WHERE c.currency_code IS NOT NULL
  )
  SELECT currency_code FROM currencies WHERE currency_code IS NOT NULL`

/** The currency most requests of a period were made in. */
export const BUSIEST_CURRENCY_SQL = `
  SELECT n.currency_code FROM negotiation n
  WHERE n.created_at >= :starts AND n.created_at < :ends AND n.currency_code = ANY(:currencies) AND n.deleted_at IS NULL
  GROUP BY n.currency_code ORDER BY count(*) DESC, n.currency_code LIMIT 1`
