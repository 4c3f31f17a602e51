import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { NegotiationModuleService } from "../../modules/negotiation"
import type { SettingChange } from "../../modules/negotiation/settings"
import type { Undo } from "../../modules/negotiation/sql/undo"
import { negotiationService } from "../negotiation-service"

/**
 * Makes the step that records one change of a setting in its own transaction. Compensation: every row is put back as it
 * was, the entry of the audit trail included: what was taken back never happened.
 */
export function settingStep<Input, Result>(
  name: string,
  record: (service: NegotiationModuleService, input: Input) => Promise<SettingChange<Result>>
) {
  return createStep(
    name,
    async (input: Input, { container }) => {
      const { result, undo } = await record(negotiationService(container), input)
      return new StepResponse<Result, Undo>(result, undo)
    },
    async (undo, { container }) => {
      if (undo) await negotiationService(container).revertSetting(undo)
    }
  )
}
