import { AnswerDrawer } from "../../../../components/decision/answer-drawer"

/** `/negotiations/:id/decline`, over the case page. */
const DeclinePage = () => <AnswerDrawer name="decline" />

export default DeclinePage
