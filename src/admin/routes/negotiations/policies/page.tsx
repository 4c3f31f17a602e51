import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PoliciesPage } from "../../../components/policies/policies-page"
import { Crumb } from "../../../components/common/crumb"

/** `/negotiations/policies` */
const Page = () => <PoliciesPage />

export const config = defineRouteConfig({
  label: "nav.policies",
  rank: 4,
  translationNs: "negotiation",
})

export const handle = { breadcrumb: () => <Crumb name="nav.policies" /> }

export default Page
