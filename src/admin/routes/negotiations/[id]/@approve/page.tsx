import { AnswerDrawer } from "../../../../components/decision/answer-drawer"

/** `/negotiations/:id/approve`, over the case page. */
const ApprovePage = () => <AnswerDrawer name="approve" />

export default ApprovePage
