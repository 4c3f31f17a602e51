/** The merchant's settings: policies, costs, companies. Every change is one transaction, audited, and can be taken back. */
export { addPolicyVersion, createPolicy, movePolicy, type ChangedPolicy } from "./policies"
export { saveCosts } from "./costs"
export { saveCompany } from "./company"
export { clearFlags } from "./clear-flags"
export { startAfresh } from "./start-afresh"
export type * from "./types"
