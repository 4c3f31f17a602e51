import type { Route } from "../types"

/** Where a case goes that no rule sends elsewhere. */
export const TO_A_REP: Route = Object.freeze({ level: "rep", sla_hours: null, rule: null })
