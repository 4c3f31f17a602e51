import { Modules } from "@medusajs/framework/utils"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { ContractError, type CompanyBody } from "../../contract"
import type { CompanySettings } from "../../modules/negotiation/settings"
import { COMPANY_CHANGED_EVENT } from "../insight"
import { settingStep } from "../settings/setting-step"

/** Settings wanted for a customer group. */
export interface SaveCompanyInput {
  readonly actor_id: string
  readonly body: CompanyBody
}

/** Reads the customer group's name. @throws ContractError `not_found` where there is no such group */
export const readCustomerGroupStep = createStep("negotiation-read-customer-group", async (input: { id: string }, { container }) => {
  const [group] = await container.resolve(Modules.CUSTOMER).listCustomerGroups({ id: input.id }, { select: ["id", "name"], take: 1 })
  if (!group) throw new ContractError("not_found", "Not found")
  return new StepResponse({ name: group.name ?? input.id })
})

/** Who is to look after a company has to be one of the seller's people. @throws ContractError `invalid_data` for an id nobody has */
export const requireOwnerStep = createStep("negotiation-require-owner", async (input: { id: string | null }, { container }) => {
  if (input.id === null) return new StepResponse(undefined)
  const [user] = await container.resolve(Modules.USER).listUsers({ id: input.id }, { select: ["id"], take: 1 })
  if (!user) throw new ContractError("invalid_data", "There is no such user", { owner_id: input.id })
  return new StepResponse(undefined)
})

/** Writes a company's settings. Compensation: those of before hold again. */
export const recordCompanyStep = settingStep("negotiation-record-company", (service, input: CompanySettings) => service.recordCompany(input))

/**
 * Makes a customer group a company that negotiates as one, or changes its settings. What the body leaves out stays. Its
 * buyers' past orders are read in the background, so that its first request knows the last price paid.
 * @throws ContractError `not_found` where the customer group does not exist, `invalid_data` for an owner nobody is
 */
export const saveCompanyWorkflow = createWorkflow("negotiation-save-company", (input: WorkflowData<SaveCompanyInput>) => {
  const group = readCustomerGroupStep(transform(input, ({ body }) => ({ id: body.customer_group_id })))
  requireOwnerStep(transform(input, ({ body }) => ({ id: body.owner_id ?? null })))
  const settings = transform({ input, group }, (data): CompanySettings => ({ ...data.input, group_name: data.group.name }))
  const company_id = recordCompanyStep(settings)
  emitEventStep({ eventName: COMPANY_CHANGED_EVENT, data: transform(company_id, (id) => ({ id })) })
  return new WorkflowResponse(company_id)
})
