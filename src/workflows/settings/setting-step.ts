import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../modules/negotiation"
import type { SettingChange } from "../../modules/negotiation/settings"
import type { Undo } from "../../modules/negotiation/sql/undo"

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
      const { result, undo } = await record(container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE), input)
      return new StepResponse<Result, Undo>(result, undo)
    },
    async (undo, { container }) => {
      if (undo) await container.resolve<NegotiationModuleService>(NEGOTIATION_MODULE).revertSetting(undo)
    }
  )
}
