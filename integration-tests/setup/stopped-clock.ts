import { WorkflowScheduler } from "@medusajs/framework/orchestration"

/**
 * Lets no job run by the clock in a store under test, to be called before the store starts: what some do every minute falls into another test in
 * every run, as a statement more than was counted, or a price mended before anybody looked at it. A test that is about a job calls it.
 */
export function stopTheClock(): void {
  WorkflowScheduler.prototype.scheduleWorkflow = () => Promise.resolve()
}
