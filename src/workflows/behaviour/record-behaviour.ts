import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { ContractError, type BehaviourEventBody } from "../../contract"
import { INSIGHT_MODULE, type BehaviourRow, type InsightModuleService } from "../../modules/insight"
import { negotiationService } from "../case/facts/negotiation-service"
import { resolveCompany } from "../company/resolve-company"

/** Something a buyer did. */
export interface RecordBehaviourInput {
  readonly customer_id: string
  readonly body: BehaviourEventBody
}

/** Every field any of the events may have. */
type Said = { readonly [Field in "negotiation_id" | "variant_id" | "option_kind" | "stage" | "comment"]?: string | undefined } & { readonly rating?: number | undefined }

/** What makes a repetition known: a case has one rating a buyer, everything else counts each time. */
function onceOf({ customer_id, body }: RecordBehaviourInput): string | null {
  return body.name === "feedback" ? createHash("sha256").update([customer_id, body.name, body.negotiation_id].join("\0")).digest("hex") : null
}

/** The segment of the case that is spoken of, or null. @throws ContractError `not_found` for one that is missing, or not this buyer's */
async function segmentOfOwnCase(container: MedusaContainer, id: string | undefined, customerId: string): Promise<string | null> {
  if (id === undefined) return null
  const record = await negotiationService(container).readCase(id, customerId)
  if (!record || record.negotiation.status === "draft") throw new ContractError("not_found", "Not found")
  return record.negotiation.segment
}

const prepareBehaviourStep = createStep("prepare-behaviour", async (input: RecordBehaviourInput, { container }) => {
  const { body, customer_id } = input
  const said: Said = body
  const segment = await segmentOfOwnCase(container, said.negotiation_id, customer_id)
  const company = await resolveCompany(container, customer_id)
  return new StepResponse<BehaviourRow>({
    name: body.name,
    company_id: company.id,
    negotiation_id: said.negotiation_id ?? null,
    segment,
    variant_id: said.variant_id ?? null,
    option_kind: said.option_kind ?? null,
    stage: said.stage ?? null,
    rating: said.rating ?? null,
    comment: said.comment ?? null,
    once: onceOf(input),
  })
})

/** Keeps it. Nothing comes after it that could fail, so there is nothing to take back. */
const keepBehaviourStep = createStep("keep-behaviour", async (row: BehaviourRow, { container }) =>
  new StepResponse({ id: await container.resolve<InsightModuleService>(INSIGHT_MODULE).keepBehaviour(row) })
)

/** What a buyer did, checked and kept. */
export const recordBehaviourWorkflow = createWorkflow("negotiation-record-behaviour", (input: WorkflowData<RecordBehaviourInput>) =>
  new WorkflowResponse(keepBehaviourStep(prepareBehaviourStep(input)))
)

/** Keeps something a buyer did. @throws ContractError `not_found` */
export async function recordBehaviour(container: MedusaContainer, input: RecordBehaviourInput): Promise<{ id: string }> {
  const { result } = await recordBehaviourWorkflow(container).run({ input })
  return result
}
