import fs from "node:fs"
import path from "node:path"
import { drawChart } from "./chart"
import { CHARTS } from "./charts"

/** `npm run docs:pictures`: draws the pictures of docs/guides/pricing.md from the engine's own answers. */
const FOLDER = path.join(__dirname, "../../docs/images/policy")

fs.mkdirSync(FOLDER, { recursive: true })
for (const chart of CHARTS) fs.writeFileSync(path.join(FOLDER, `${chart.file}.svg`), drawChart(chart))
console.log(`${CHARTS.length} pictures in ${path.relative(process.cwd(), FOLDER)}`)
