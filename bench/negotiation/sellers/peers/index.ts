import { MICRO, SPLIT, TIT_FOR_TAT } from "./behaviour"
import { AUTO_ACCEPT_90, LIST_ONLY } from "./posted"
import { BOULWARE, CONCEDER, LINEAR } from "./time"
import type { TacticKind } from "./tactic"

/** The strategies the engine is measured against (ENGINE.md, The benchmark, Peers). */
export const TACTICS: readonly TacticKind[] = [
  LIST_ONLY, AUTO_ACCEPT_90, SPLIT, LINEAR, BOULWARE, CONCEDER, TIT_FOR_TAT, MICRO,
]
export { peerSeller } from "./peer"
export type { Tactic, TacticKind, TacticReply } from "./tactic"
