import type { AdminAgreement, ConcessionKind, ConcessionTarget, StoreConcession } from "../../contract"

type Line = Pick<AdminAgreement["lines"][number], "commitment">

/** A concession as people speak of it: what the contract keeps line by line is said once. */
export interface ConcessionTerms {
  kind: ConcessionKind
  on: ConcessionTarget
  percent: number | null
  amount: number | null
  shipping_option_id: string | null
  payment_term: string | null
  min_subtotal: number | null
  /** True where it comes off no more pieces of an order than were agreed, line by line. */
  agreed_only: boolean
}

/** The concessions of an agreement, each once: one on agreed goods is kept as a row for every line. */
export function distinctConcessions(concessions: readonly StoreConcession[]): ConcessionTerms[] {
  const byTerms = new Map<string, ConcessionTerms>()
  for (const { id: _id, max_quantity, ...rest } of concessions) {
    const terms = { ...rest, agreed_only: max_quantity !== null }
    byTerms.set(JSON.stringify(Object.entries(terms).sort()), terms)
  }
  return [...byTerms.values()]
}

/** How far a promise of volume was kept: pieces promised, bought and open, and the share bought (at most 1). */
export interface Commitment {
  promised: number
  bought: number
  open: number
  share: number
}

/** The commitments of all lines together; null where nothing was promised. Pieces too many of one line don't pay for another. */
export function commitmentOf(lines: readonly Line[]): Commitment | null {
  const made = lines.flatMap(({ commitment }) => (commitment ? [commitment] : []))
  if (made.length === 0) return null
  const sum = (piecesOf: (one: (typeof made)[number]) => number) => made.reduce((total, one) => total + piecesOf(one), 0)
  const [promised, open] = [sum((one) => one.promised), sum((one) => one.open)]
  return { promised, bought: sum((one) => one.bought), open, share: promised > 0 ? Math.min(1, (promised - open) / promised) : 1 }
}

/** Articles with an agreed price: a second threshold of an article is no other article. */
export function articleCount(lines: readonly Pick<AdminAgreement["lines"][number], "variant_id">[]): number {
  return new Set(lines.map((line) => line.variant_id)).size
}

/** Pieces bought at all agreed prices together. */
export function piecesBought(lines: readonly Pick<AdminAgreement["lines"][number], "bought_quantity">[]): number {
  return lines.reduce((sum, line) => sum + line.bought_quantity, 0)
}

/** When an agreement ends, or ended, and why that is the day. */
export interface AgreementEnd {
  at: string
  how: "ended" | "announced" | "until"
}

/** The end that counts: the one that was, the one that was announced, else the one agreed on. */
export function endOf(agreement: Pick<AdminAgreement, "ended_at" | "ends_at" | "valid_until" | "status">): AgreementEnd {
  if (agreement.ended_at !== null && agreement.status !== "active") return { at: agreement.ended_at, how: "ended" }
  if (agreement.ends_at !== null && agreement.ends_at < agreement.valid_until) return { at: agreement.ends_at, how: "announced" }
  return { at: agreement.valid_until, how: "until" }
}

/** The newest moment among the flags: what a person who looks at them now has seen. */
export function newestFlag(flags: AdminAgreement["flags"]): string | null {
  return flags.reduce<string | null>((newest, { at }) => (newest === null || at > newest ? at : newest), null)
}

/** Flags of one kind together, the kind flagged last on top: three orders over the limit are one thing to look at. */
export function flagKinds(flags: AdminAgreement["flags"]): { kind: AdminAgreement["flags"][number]["kind"]; count: number }[] {
  const newestFirst = [...flags].sort((a, b) => b.at.localeCompare(a.at))
  return [...new Set(newestFirst.map(({ kind }) => kind))].map((kind) => ({ kind, count: flags.filter((flag) => flag.kind === kind).length }))
}
