import type { Answer, CaseFacts, LineFacts, LineMemory } from "../types"
import type { Trace } from "../explain/trace"
import type { CompiledPolicy } from "../policy/compiled"
import type { FloorBasis } from "../price/floor"
import type { VolumeOffer } from "../volume/trade"

/** An ask on one line. Price in units. */
export interface LineAsk {
  readonly quantity: number
  readonly unitPrice: number
}

/** What every line of a case shares while it is decided. */
export interface CaseView {
  readonly policy: CompiledPolicy
  readonly facts: CaseFacts
  /** Smallest unit of the currency. */
  readonly grid: number
  readonly coolingDown: boolean
  /** `Σ R·q` of the case, in units. */
  readonly value: number
  /** Largest value decided without a person, in units, or null. */
  readonly limit: number | null
  /** Why a person decides the whole case, or null. */
  readonly concern: string | null
  /** Why a routing rule sends the case to a person, and whether by how deep the ask is; or null. */
  readonly routing: { readonly reason: string; readonly byDepth: boolean } | null
  /** What the buyer says they use a year of the only line, or null. */
  readonly annualVolume: number | null
  /** True for a suggestion to a rep: limits, rounds and worries don't apply, missing facts and the floor do. */
  readonly advising: boolean
}

/** One line put to the engine. */
export interface LineCase {
  readonly line: LineFacts
  readonly ask: LineAsk
  /** What the window remembers, as it was stored. */
  readonly memory: LineMemory
  /** Prices given before: those of the window, and what stands whoever offered it. */
  readonly counters: LineMemory["counters"]
  /** True where an option that stands covers the line. */
  readonly offered: boolean
}

/** A line decided for itself, before the case is. */
export interface LineDraft extends LineCase {
  readonly answer: Answer
  readonly reason: string
  /** `R` at the asked quantity. */
  readonly reference: number
  readonly basis: FloorBasis | null
  /** What the line costs in a menu at the asked quantity: accepted price, counter, or `R`. */
  readonly price: number
  readonly volumes: readonly VolumeOffer[]
  /** Marginal price to keep, where a menu was composed with one. */
  readonly marginal: number | null
  /** True where the ask spends a round and is remembered. */
  readonly fresh: boolean
  readonly trace: Trace
}
