/** An agreement with its lines and concessions as JSON; `a` is the agreement's alias. */
export const AGREEMENT_JSON = `to_jsonb(a) || jsonb_build_object('lines', (
  SELECT coalesce(jsonb_agg(to_jsonb(al) ORDER BY al.valid_until IS NOT NULL, al.id), '[]') FROM negotiation_agreement_line al
  WHERE al.agreement_id = a.id AND al.deleted_at IS NULL), 'concessions', (
  SELECT coalesce(jsonb_agg(to_jsonb(ac) ORDER BY ac.id), '[]') FROM negotiation_concession ac
  WHERE ac.agreement_id = a.id AND ac.deleted_at IS NULL))`
