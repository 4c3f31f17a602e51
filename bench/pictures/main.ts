import fs from "node:fs"
import path from "node:path"
import { drawChart } from "./chart"
import { CHARTS } from "./charts"
import { MORE_CHARTS } from "./more-charts"

/** `npm run docs:pictures`: draws the pictures of docs/guides/pricing.md from the engine's own answers. */
const FOLDER = path.join(__dirname, "../../docs/images/policy")

fs.mkdirSync(FOLDER, { recursive: true })
const charts = [...CHARTS, ...MORE_CHARTS]
for (const chart of charts) fs.writeFileSync(path.join(FOLDER, `${chart.file}.svg`), drawChart(chart))
console.log(`${charts.length} pictures in ${path.relative(process.cwd(), FOLDER)}`)
