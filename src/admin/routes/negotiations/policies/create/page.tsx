import { CreatePolicyPage } from "../../../../components/policies/create-policy-page"
import { Crumb } from "../../../../components/common/crumb"

/** `/negotiations/policies/create` */
const Page = () => <CreatePolicyPage />

/** Its name in the line of pages above it. */
export const handle = { breadcrumb: () => <Crumb name="policies.create.title" /> }

export default Page
