import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CaseChangeResult } from "../../../modules/negotiation/operations/apply-case-change"
import { negotiationService } from "../../negotiation-service"
import type { PreparedCommand } from "../prepared"

/** What was recorded; null where the command changed nothing. */
export type RecordedCase = Omit<CaseChangeResult, "undo"> & { readonly status: string }

/** Records a command in one transaction. Compensation: takes it back, row by row, unless the case has moved on since. */
export const recordCaseStep = createStep(
  "record-negotiation",
  async (prepared: PreparedCommand, { container }) => {
    if (prepared.change === null) return new StepResponse<RecordedCase | null, null>(null, null)
    const { undo, ...recorded } = await negotiationService(container).applyCaseChange(prepared.change)
    return new StepResponse<RecordedCase | null, Pick<CaseChangeResult, "negotiation_id" | "version" | "undo">>(
      { ...recorded, status: prepared.change.patch.status ?? "" },
      { negotiation_id: recorded.negotiation_id, version: recorded.version, undo }
    )
  },
  async (recorded, { container }) => {
    if (recorded) await negotiationService(container).revertCaseChange(recorded)
  }
)
