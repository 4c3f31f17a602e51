import type { CompanyBody, CostsBody, PolicyScope, PolicyTerms } from "../../../contract"
import type { Undo } from "../sql/undo"

/** A change of a setting: what came of it, and how to take it back. */
export interface SettingChange<Result> {
  readonly result: Result
  readonly undo: Undo
}

/** A policy to be created with its first version. */
export interface NewPolicy {
  readonly actor_id: string
  readonly name: string
  readonly priority: number
  readonly scope: PolicyScope
  readonly terms: PolicyTerms
  readonly note: string | null
}

/** New terms for a policy. */
export interface NewPolicyVersion {
  readonly actor_id: string
  readonly policy_id: string
  readonly terms: PolicyTerms
  readonly note: string | null
}

/** A policy to be put into use or out of it, or another of its versions to answer from now on. */
export interface PolicyMove {
  readonly actor_id: string
  readonly policy_id: string
  readonly status: "active" | "archived"
  /** The version that answers from now on; left out: the one that answers now. */
  readonly version?: number
  readonly note: string | null
}

/** Unit costs, net, in major units, each from a date on. */
export interface NewCosts {
  readonly actor_id: string
  readonly costs: readonly (CostsBody["costs"][number] & { readonly valid_from: string })[]
}

/** A company's settings as wanted. */
export interface CompanySettings {
  readonly actor_id: string
  readonly body: CompanyBody
  /** What a new company is called where the body says nothing: the customer group's name. */
  readonly group_name: string
}

/** A company to start over with. */
export interface FreshStart {
  readonly actor_id: string
  readonly company_id: string
  readonly note: string
  /** Why, in one of the seller's words; null or left out where nobody said. */
  readonly reason_code?: string | null | undefined
}

/** Flags of an agreement that somebody looked at. */
export interface FlagsSeen {
  readonly actor_id: string
  readonly agreement_id: string
  /** ISO 8601; what was flagged later was not seen. */
  readonly until: string
  readonly note: string
}

/** What starting over cleared away. */
export interface FreshStartResult {
  readonly company_id: string
  readonly memories: number
  readonly ended: readonly { readonly id: string; readonly customer_id: string; readonly version: number }[]
}
