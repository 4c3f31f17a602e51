import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { BehaviourEventBody } from "../../contract"
import { INSIGHT_MODULE, type BehaviourRow, type InsightModuleService } from "../../modules/insight"
import { readOwnCase } from "../case/load-command"
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

const prepareBehaviourStep = createStep("prepare-behaviour", async (input: RecordBehaviourInput, { container }) => {
  const { body, customer_id } = input
  const said: Said = body
  const own = said.negotiation_id === undefined ? null : await readOwnCase(container, said.negotiation_id, customer_id)
  const company = own?.company ?? (await resolveCompany(container, customer_id))
  return new StepResponse<BehaviourRow>({
    name: body.name,
    company_id: company.id,
    negotiation_id: said.negotiation_id ?? null,
    segment: own?.record.negotiation.segment ?? null,
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
