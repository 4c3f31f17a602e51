/**
 * The plugin's workflows, for stores that call or extend them. Import from `medusa-plugin-negotiation/workflows`.
 * Commands on a case are also there as functions (`accept`, `counter`, …): they sort failures the way the routes do.
 */
export * from "./case"
export { applyAgreement, type ApplyAgreementCommand } from "./case/apply-agreement"
export { applyAgreementToCartWorkflow } from "./agreement/apply-agreement-to-cart"
export { announceRevocationWorkflow, type AnnounceRevocationInput } from "./agreement/announce-revocation"
export { endAgreementsWorkflow } from "./agreement/end-agreements"
export { reconcilePricesWorkflow } from "./agreement/reconcile-prices"
export { releaseAgreements, validateAgreements } from "./agreement/validate-agreements"
export { ensureCompany, resolveCompanies, resolveCompany, type NegotiatingCompany } from "./company/resolve-company"
export { rebuildPurchasesWorkflow } from "./insight"
export { saveCompanyWorkflow, type SaveCompanyInput } from "./company/save-company"
export { clearMissedCommitmentWorkflow, type ClearMissedCommitmentInput } from "./company/clear-missed-commitment"
export { startAfreshWorkflow, type StartAfreshInput } from "./company/start-afresh"
export { saveCostsWorkflow } from "./cost"
export { addPolicyVersionWorkflow, createPolicyWorkflow, movePolicyWorkflow } from "./policy"
export { checkConcessions } from "./concession/check-concessions"
export { requireGrantable } from "./concession/grantable"
export { reconcileConcessionsWorkflow } from "./concession/reconcile-concessions"
export { restoreConcessions } from "./concession/restore-concessions"
export { settlePromotions, settlePromotionsUnlocked, settlePromotionsWorkflow } from "./concession/settle/settle-promotions"
