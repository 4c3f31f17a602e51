export { COMPANY_CHANGED_EVENT, type CompanyChangedPayload } from "./events"
export { rebuildPurchasesWorkflow, type RebuildPurchasesInput, type RebuiltPurchases } from "./rebuild-purchases"
export { recordOrderPurchasesWorkflow, type RecordOrderPurchasesInput } from "./record-order-purchases"
