import { AttachmentStore } from "./attachment-store"

/**
 * The plugin's memory: cases, offers, agreements, policies, costs, companies and the audit trail.
 * Each method that changes something does so in one transaction; Postgres decides every race.
 */
export default class NegotiationModuleService extends AttachmentStore {}
