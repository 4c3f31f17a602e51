import path from "node:path"
import { Worker } from "node:worker_threads"
import { work, type Job, type Result } from "./jobs"

/** Called whenever a job is done. */
export type Progress = (done: number, all: number) => void

/** TypeScript in a thread, as in the main one. */
const THREAD = { execArgv: ["-r", path.join(__dirname, "../../register.cjs")] }

/**
 * Does jobs on some threads, one job a thread at a time. Results come in the order of the jobs, so that a run's figures
 * don't depend on who was faster. Fails with the first job that fails.
 */
export async function runJobs(jobs: readonly Job[], threads: number, progress: Progress): Promise<Result[]> {
  if (threads <= 1 || jobs.length <= 1) return jobs.map((job, place) => {
    const result = work(job)
    progress(place + 1, jobs.length)
    return result
  })
  const results: Result[] = []
  const workers = Array.from({ length: Math.min(threads, jobs.length) }, () => new Worker(path.join(__dirname, "worker.ts"), THREAD))
  let next = 0
  let done = 0
  try {
    await Promise.all(workers.map((worker) => new Promise<void>((resolve, reject) => {
      let current = -1
      const give = (): void => {
        current = next++
        const job = jobs[current]
        if (job === undefined) resolve()
        else worker.postMessage(job)
      }
      worker.on("message", (result: Result) => {
        results[current] = result
        progress(++done, jobs.length)
        give()
      })
      worker.on("error", reject)
      give()
    })))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return results
}
