import { parentPort } from "node:worker_threads"
import { work, type Job } from "./jobs"

/** A thread of the benchmark: does one job after the other. */
parentPort?.on("message", (job: Job) => parentPort?.postMessage(work(job)))
