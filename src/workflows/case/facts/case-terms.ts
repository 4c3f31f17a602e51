import type { MedusaContainer } from "@medusajs/framework/types"
import { DEFAULT_POLICY_TERMS, type PolicyTerms } from "../../../contract"
import { negotiationService } from "../../negotiation-service"

/** The terms a case was last decided under; the built-in ones where no policy answered it. */
export async function caseTerms(
  container: MedusaContainer,
  negotiation: { readonly policy_id: string | null; readonly policy_version: number | null }
): Promise<PolicyTerms> {
  const { policy_id, policy_version } = negotiation
  if (policy_id === null || policy_version === null) return DEFAULT_POLICY_TERMS
  const [version] = await negotiationService(container).listNegotiationPolicyVersions({ policy_id, version: policy_version }, { take: 1 })
  // A version written before a term existed answers with the default of that term.
  return { ...DEFAULT_POLICY_TERMS, ...(version?.terms as unknown as Partial<PolicyTerms> | undefined) }
}
