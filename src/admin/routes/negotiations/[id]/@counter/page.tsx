import { CounterModal } from "../../../../components/decision/counter-modal"

/** `/negotiations/:id/counter`, over the case page. */
const CounterPage = () => <CounterModal />

export default CounterPage
