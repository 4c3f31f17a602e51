import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { NewCosts } from "../../modules/negotiation/settings"
import { settingStep } from "../settings/setting-step"
import { checkCostSubjectsStep } from "./steps/check-cost-subjects"

/** Writes unit costs, all or none. Compensation: the costs of before hold again. */
export const recordCostsStep = settingStep("negotiation-record-costs", (service, input: NewCosts) => service.recordCosts(input))

/**
 * Adds or corrects unit costs. Offers that stand keep the cost they were made on; the next decision reads the new one.
 * @throws ContractError `invalid_data`, `duplicate_line`
 */
export const saveCostsWorkflow = createWorkflow("negotiation-save-costs", (input: WorkflowData<NewCosts>) => {
  checkCostSubjectsStep(input)
  return new WorkflowResponse(recordCostsStep(input))
})
