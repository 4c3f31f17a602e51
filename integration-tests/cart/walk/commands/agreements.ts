import fc from "fast-check"
import endAgreementsJob from "../../../../src/jobs/end-agreements"
import { command, one, pick, type Weighted } from "../command"
import { endDeal, makeDeal, type DealTerms } from "../deal"
import { endAgreement, PARTIES, type Life, type Model } from "../model"

const withStatus = (model: Readonly<Model>, ...statuses: Life["status"][]) =>
  [...model.lives].filter(([, life]) => statuses.includes(life.status)).map(([agreement]) => agreement)

const agree = command({
  name: "agree",
  args: fc.record<DealTerms>({
    party: fc.constantFrom("acme", "acme", "acme", "acme", ...PARTIES),
    variant: fc.constantFrom(0, 0, 0, 1),
    region: fc.constantFrom("usd", "usd", "usd", "usd", "eur", "gbp" as const),
    from: fc.constantFrom(1, 5, 10, 20),
    percent: fc.constantFrom(70, 80, 90, 98),
    cap: fc.constantFrom("none", "none", "one order", "45 pieces" as const),
    shared: fc.constantFrom(true, true, true, false),
    freight: fc.constantFrom(0, 0, 3, 7),
  }),
  can: () => true,
  run: makeDeal,
})

const revoke = command({
  name: "revoke",
  args: pick,
  can: (model) => withStatus(model, "live").length > 0,
  run: (model, real, number) => endDeal(model, real, one(withStatus(model, "live"), number), "revoked"),
})

const lapse = command({
  name: "time passes",
  args: pick,
  can: (model) => withStatus(model, "live").length > 0,
  run: (model, real, number) => endDeal(model, real, one(withStatus(model, "live"), number), "lapsed"),
})

const runJob = command({
  name: "the job that ends agreements",
  args: fc.constant(null),
  can: (model) => withStatus(model, "lapsed").length > 0,
  async run(model, real) {
    await endAgreementsJob(real.store.container())
    for (const id of withStatus(model, "lapsed")) endAgreement(model, id)
  },
})

/** The life of agreements, each with how often it is tried. */
export const agreementCommands: Weighted = [[12, agree], [6, revoke], [5, lapse], [2, runJob]]
