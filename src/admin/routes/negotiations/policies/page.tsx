import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PoliciesPage } from "../../../components/policies/policies-page"
import { Crumb } from "../../../components/common/crumb"

/** `/negotiations/policies` */
const Page = () => <PoliciesPage />

/** Its place in the admin's menu. */
export const config = defineRouteConfig({
  label: "nav.policies",
  rank: 4,
  translationNs: "negotiation",
})

/** Its name in the line of pages above it. */
export const handle = { breadcrumb: () => <Crumb name="nav.policies" /> }

export default Page
