import type { Control } from "react-hook-form"
import { EligibilityFields } from "./eligibility-fields"
import { LeversFields } from "./levers-fields"
import { RoutingFields } from "./routing-fields"
import { StrategiesFields } from "./strategies-fields"
import type { PolicyInput } from "./use-policy-form"

/** What a policy says beyond single terms: who may negotiate, aims per segment, other trades, who decides. */
export function RulesFields(props: { control: Control<PolicyInput>; disabled: boolean }) {
  return (
    <div className="flex flex-col divide-y">
      <EligibilityFields {...props} />
      <StrategiesFields {...props} />
      <LeversFields {...props} />
      <RoutingFields {...props} />
    </div>
  )
}
