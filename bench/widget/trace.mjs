const MICROSECONDS = 1_000

/**
 * What the main threads of the browser's pages do meanwhile, those of its own address line included: events of Chromium's trace, in milliseconds. `busy` is the time the thread itself
 * had a processor, so that other programs on this machine don't count; `wall` is what went by.
 *
 * @param {import("playwright-core").CDPSession} devtools
 * @param {() => Promise<void>} act
 * @returns {Promise<{ process: number, name: string, start: number, wall: number, busy: number, args: object }[]>}
 */
export async function mainThread(devtools, act) {
  const events = []
  const collect = ({ value }) => events.push(...value)
  devtools.on("Tracing.dataCollected", collect)
  const done = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve))
  const includedCategories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"]
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } })
  await act()
  await devtools.send("Tracing.end")
  await done
  devtools.off("Tracing.dataCollected", collect)
  const mains = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`))
  return events
    .filter(({ ph, pid, tid }) => ph === "X" && mains.has(`${pid} ${tid}`))
    .map(({ pid, name, ts, dur, tdur, args }) => ({ process: pid, name, start: ts / MICROSECONDS, wall: (dur ?? 0) / MICROSECONDS, busy: (tdur ?? dur ?? 0) / MICROSECONDS, args: args ?? {} }))
}

/**
 * Whose events are the page's: of the process that compiled its script.
 *
 * @param {{ process: number, name: string, args: object }[]} events of the page's load
 * @param {RegExp} own address of the script
 * @returns {number}
 * @throws {Error} where nothing tells of it.
 */
export function processOf(events, own) {
  const compiled = events.find(({ name, args }) => name === "v8.compileModule" && own.test(String(args.data?.url)))
  if (compiled === undefined) throw new Error("The trace does not tell of the script")
  return compiled.process
}
