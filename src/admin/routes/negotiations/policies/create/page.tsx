import { CreatePolicyPage } from "../../../../components/policies/create-policy-page"
import { Crumb } from "../../../../components/common/crumb"

/** `/negotiations/policies/create` */
const Page = () => <CreatePolicyPage />

export const handle = { breadcrumb: () => <Crumb name="policies.create.title" /> }

export default Page
