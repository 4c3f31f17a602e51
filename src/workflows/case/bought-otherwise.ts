import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isContractError, NEGOTIATION_EVENTS, OPEN_STATUSES } from "../../contract"
import { caseWorkflow } from "./case-workflow"
import { negotiationService } from "../negotiation-service"
import { loadForSeller, requireTransition } from "./load-command"
import { frameOf, type PreparedCommand } from "./prepared"
import { runCommand } from "./run-command"

/** An open case whose cart was ordered. */
export interface BoughtOtherwiseInput {
  readonly id: string
  readonly version: number
  readonly order_id: string
}

const prepareBoughtOtherwiseStep = createStep("prepare-bought-otherwise", async (input: BoughtOtherwiseInput, { container }) => {
  const { negotiation } = await loadForSeller(container, input.id, input.version)
  requireTransition(negotiation.status, "bought_otherwise", "expired")
  return new StepResponse<PreparedCommand>({
    ...frameOf(negotiation),
    change: {
      negotiation_id: negotiation.id,
      expected_version: input.version,
      patch: { status: "expired", reason_code: "bought_otherwise", sla_due_at: null, closed_at: new Date() },
      close_offer: "taken_back",
      events: [
        { kind: "expired", actor: { type: "system", id: null }, reason_code: "bought_otherwise", trace: { order_id: input.order_id } },
      ],
    },
    events: [NEGOTIATION_EVENTS.expired],
    cart_id: null,
  })
})

/** The buyer ordered without waiting for the end: the case is over. */
export const boughtOtherwiseWorkflow = caseWorkflow<BoughtOtherwiseInput>("negotiation-bought-otherwise", prepareBoughtOtherwiseStep)

/** Ends the cases that were still open about the cart an order came from. Running it again changes nothing. */
export async function endCasesBoughtOtherwise(container: MedusaContainer, order_id: string): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_cart",
    fields: ["cart_id"],
    filters: { order_id },
  })
  const cart_id = (data as unknown as { cart_id: string }[])[0]?.cart_id
  if (!cart_id) return
  const open = await negotiationService(container).listNegotiations(
    { cart_id, status: [...OPEN_STATUSES] },
    { select: ["id", "version"], take: null }
  )
  for (const { id, version } of open) {
    try {
      await runCommand(container, boughtOtherwiseWorkflow, { id, version, order_id })
    } catch (error) {
      if (!isContractError(error)) throw error
    }
  }
}
