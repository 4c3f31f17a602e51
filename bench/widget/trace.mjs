const MICROSECONDS = 1_000

/**
 * What the main thread of a page's process does meanwhile: events of Chromium's trace, in milliseconds. `busy` is the time the thread itself
 * had a processor, so that other programs on this machine don't count; `wall` is what went by.
 *
 * @param {import("playwright-core").CDPSession} devtools
 * @param {() => Promise<void>} act
 * @returns {Promise<{ name: string, start: number, wall: number, busy: number, args: object }[]>}
 */
export async function mainThread(devtools, act) {
  const events = []
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value))
  const done = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve))
  const includedCategories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"]
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } })
  await act()
  await devtools.send("Tracing.end")
  await done
  const mains = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`))
  return events
    .filter(({ ph, pid, tid }) => ph === "X" && mains.has(`${pid} ${tid}`))
    .map(({ name, ts, dur, tdur, args }) => ({ name, start: ts / MICROSECONDS, wall: (dur ?? 0) / MICROSECONDS, busy: (tdur ?? dur ?? 0) / MICROSECONDS, args: args ?? {} }))
}
