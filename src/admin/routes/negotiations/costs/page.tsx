import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CostsPage } from "../../../components/costs/costs-page"
import { Crumb } from "../../../components/common/crumb"

/** `/negotiations/costs` */
const Page = () => <CostsPage />

/** Its place in the admin's menu. */
export const config = defineRouteConfig({
  label: "nav.costs",
  rank: 5,
  translationNs: "negotiation",
})

/** Its name in the line of pages above it. */
export const handle = { breadcrumb: () => <Crumb name="nav.costs" /> }

export default Page
