import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CompaniesPage } from "../../../components/companies/companies-page"
import { Crumb } from "../../../components/common/crumb"

/** `/negotiations/companies` */
const Page = () => <CompaniesPage />

/** Its place in the admin's menu. */
export const config = defineRouteConfig({
  label: "nav.companies",
  rank: 3,
  translationNs: "negotiation",
})

/** Its name in the line of pages above it. */
export const handle = { breadcrumb: () => <Crumb name="nav.companies" /> }

export default Page
