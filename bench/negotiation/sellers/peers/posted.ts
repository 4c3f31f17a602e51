import type { TacticKind } from "./tactic"

/** Never gives anything. */
export const LIST_ONLY: TacticKind = {
  name: "list",
  title: "list only",
  source: "no negotiation",
  begin: (item) => ({ answer: (ask) => ({ price: item.list, accepts: ask >= item.list }) }),
}

/** Share of list at which the static seller takes any ask: eBay's usual auto-accept. */
const AUTO_ACCEPT = 0.9

/** Takes any ask of 90% of list or more that is no loss, and answers nothing to the rest. */
export const AUTO_ACCEPT_90: TacticKind = {
  name: "static",
  title: "static 90%",
  source: "auto-accept rule of marketplaces",
  begin: (item, _settings, reservation) => {
    const least = Math.max(reservation, Math.ceil(AUTO_ACCEPT * item.list))
    return { answer: (ask) => ({ price: item.list, accepts: ask >= least }) }
  },
}
