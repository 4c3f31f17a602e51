import type { IPromotionModuleService, MedusaContainer, PromotionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ConcessionView } from "../../modules/negotiation/concession-types"
import { newCode } from "./codes"
import { outdatedReach, promotionOf } from "./promotion-data"
import { negotiationService } from "../negotiation-service"

/** A promotion that was made for a concession. */
export interface CarriedConcession {
  readonly concession_id: string
  readonly promotion_id: string
}

const service = (container: MedusaContainer) => negotiationService(container)

const RULES = ["rules", "rules.values", "application_method", "application_method.target_rules", "application_method.target_rules.values"]

/** Promotions with their rules. Those that are gone are left out. */
export function readPromotions(promotions: IPromotionModuleService, ids: readonly string[]): Promise<PromotionDTO[]> {
  if (ids.length === 0) return Promise.resolve([])
  return promotions.listPromotions({ id: [...ids] }, { relations: [...RULES, "campaign"], take: null })
}

/**
 * Takes promotions away. It fails shut: a promotion without rules is everybody's, so it stops first and its rules go
 * last. The rules must go too, for Medusa reads every rule there is at each change of a cart.
 */
export async function removePromotions(container: MedusaContainer, ids: readonly string[]): Promise<void> {
  const promotions = container.resolve(Modules.PROMOTION)
  const present = await readPromotions(promotions, ids)
  if (present.length === 0) return
  await promotions.updatePromotions(present.map(({ id }) => ({ id, status: "inactive" as const, is_automatic: false })))
  await promotions.deletePromotions(present.map(({ id }) => id))
  const rules = present.flatMap(({ rules, application_method }) => [...(rules ?? []), ...(application_method?.target_rules ?? [])])
  // Generated like every model's methods, but left out of the published interface.
  const { deletePromotionRules } = promotions as unknown as { deletePromotionRules(ids: string[]): Promise<void> }
  if (rules.length > 0) await deletePromotionRules.call(promotions, rules.map((rule) => rule.id))
}

/**
 * Makes the promotions of these concessions. Of two callers that want to carry the same one, one wins and the other's
 * promotion is taken away again. Where something fails, none is left behind.
 */
export async function carryConcessions(container: MedusaContainer, concessions: readonly ConcessionView[]): Promise<CarriedConcession[]> {
  if (concessions.length === 0) return []
  const wanted = concessions.map((concession) => ({ concession, code: newCode() }))
  const created = await container
    .resolve(Modules.PROMOTION)
    .createPromotions(wanted.map(({ concession, code }) => ({ ...promotionOf(concession), code })))
  const carried: CarriedConcession[] = []
  try {
    for (const { concession, code } of wanted) {
      const { id: concession_id, promotion_id: replaces } = concession
      // Medusa answers the promotions in an order of its own.
      const promotion = created.find((each) => each.code === code)
      if (!promotion) throw new Error(`No promotion was made for concession ${concession_id}`)
      const won = await service(container).carryConcession({ concession_id, promotion: { id: promotion.id, code }, replaces })
      if (won) carried.push({ concession_id, promotion_id: promotion.id })
    }
  } catch (error) {
    await dropConcessions(container, carried)
    await removePromotions(container, created.map(({ id }) => id))
    throw error
  }
  const lost = created.filter(({ id }) => !carried.some((each) => each.promotion_id === id))
  await removePromotions(container, lost.map(({ id }) => id))
  return carried
}

/** Takes promotions away from the concessions that they carry, and then away. */
export async function dropConcessions(container: MedusaContainer, carried: readonly CarriedConcession[]): Promise<void> {
  await removePromotions(container, carried.map((each) => each.promotion_id))
  for (const { concession_id, promotion_id } of carried) {
    await service(container).carryConcession({ concession_id, promotion: null, replaces: promotion_id })
  }
}

/** Has the promotions of these concessions say for how many pieces they still hold. Their codes stay, so that carts keep them. */
async function limitToWhatIsLeft(container: MedusaContainer, concessions: readonly ConcessionView[]): Promise<void> {
  const limited = new Map(concessions.flatMap((each) => (each.promotion_id === null || each.remaining_quantity === null ? [] : [[each.promotion_id, each] as const])))
  const promotions = container.resolve(Modules.PROMOTION)
  const outdated = (await readPromotions(promotions, [...limited.keys()])).flatMap((promotion) => {
    const concession = limited.get(promotion.id)
    return (concession && outdatedReach(promotion, concession)) ?? []
  })
  if (outdated.length > 0) await promotions.updatePromotionRules(outdated)
}

/** Gives an agreement's live concessions the promotions they have not got yet, and has the others say what is left. */
export async function projectConcessions(container: MedusaContainer, agreement_id: string): Promise<CarriedConcession[]> {
  const concessions = await service(container).concessionsOfAgreements([agreement_id])
  await limitToWhatIsLeft(container, concessions.filter((concession) => concession.live))
  return carryConcessions(container, concessions.filter((concession) => concession.live && concession.promotion_id === null))
}

/** Takes the promotions of these agreements away. @returns the concessions that had one, as they were. */
export async function withdrawConcessions(container: MedusaContainer, agreement_ids: readonly string[]): Promise<ConcessionView[]> {
  const concessions = (await service(container).concessionsOfAgreements(agreement_ids)).filter((concession) => concession.promotion_id !== null)
  await dropConcessions(
    container,
    concessions.flatMap(({ id, promotion_id }) => (promotion_id === null ? [] : [{ concession_id: id, promotion_id }]))
  )
  return concessions
}
