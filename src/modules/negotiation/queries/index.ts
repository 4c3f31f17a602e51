/** The read side: what the admin looks at, straight from SQL. Nothing here changes a row. */
export { queueRows, QUEUE_ORDERS, type QueueOrder, type QueueQuery } from "./queue"
export type { QueueFilters } from "./queue-conditions"
export { caseForAdmin } from "./case"
export type * from "./case-rows"
export { profileOf, type CompanyProfile } from "./profile"
export { metrics, type MetricsFilters } from "./metrics"
export { agreementRows, type AgreementQuery, type AgreementRow } from "./agreements"
export { companyRows, costRows, policyRows, policyVersionRows, type Found, type Page } from "./settings"
