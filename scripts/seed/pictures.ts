import type { Article } from "./catalogue"

/** Colour of a category: of the drawing, and of the paper it is on. */
const COLOURS: Readonly<Record<string, readonly [ink: string, paper: string]>> = {
  Hydraulics: ["#1f5a8a", "#e3edf6"],
  Bearings: ["#4a5663", "#e9edf1"],
  "Drives and motors": ["#7a4a12", "#f6ecdf"],
  Fasteners: ["#5b5270", "#edeaf4"],
  Pneumatics: ["#17685f", "#e0f1ee"],
  "Safety gear": ["#8a3b1f", "#f8e8e1"],
}

const ring = (radius: number) => `<circle cx="32" cy="32" r="${radius}"/>`

/** What an article looks like, by a word of its name; 64 by 64. The first that fits. */
const DRAWINGS: readonly (readonly [RegExp, string])[] = [
  [/cylinder(?! roller)|silencer/i, '<path d="M8 24h34v16H8zM42 32h12M14 24v16M54 27v10"/>'],
  [/valve/i, '<path d="M10 24h44v18H10zM24 24v18M40 24v18M28 42v8M36 42v8M17 18h-7v6M47 18h7v6M28 37l8-8"/>'],
  [/pump|motor|inverter/i, '<path d="M12 20h32v24H12zM44 28h10v8H44M18 20v24M25 20v24M32 20v24M16 44v6h24v-6"/>'],
  [/gearbox|gear/i, `${ring(13)}${ring(5)}<path d="M32 12v7M32 45v7M12 32h7M45 32h7M18 18l5 5M41 41l5 5M46 18l-5 5M23 41l-5 5"/>`],
  [/filter|regulator/i, '<path d="M18 12h28v10H18zM22 22v24a10 6 0 0 0 20 0V22M28 28v16M36 28v16"/>'],
  [/hose|tube/i, `${ring(20)}${ring(14)}${ring(8)}<path d="M52 32v18h-6"/>`],
  [/gauge/i, `${ring(18)}<path d="M32 32l8-9M32 50v6M20 32h3M41 32h3M32 20v3"/>`],
  [/pillow block/i, `<path d="M8 48h48l-8-10H16z"/>${ring(14)}${ring(6)}`],
  [/bearing/i, `${ring(21)}${ring(9)}<circle cx="32" cy="17" r="4"/><circle cx="32" cy="47" r="4"/><circle cx="17" cy="32" r="4"/><circle cx="47" cy="32" r="4"/>`],
  [/belt|chain/i, '<rect x="8" y="20" width="48" height="24" rx="12"/><rect x="14" y="26" width="36" height="12" rx="6"/><path d="M20 20v6M28 20v6M36 20v6M44 20v6M20 38v6M28 38v6M36 38v6M44 38v6"/>'],
  [/coupling|fitting/i, '<path d="M8 26h16v12H8zM24 20h8v24h-8zM34 20h8v24h-8zM42 26h14v12H42z"/>'],
  [/nut/i, `<path d="M32 10l19 11v22L32 54 13 43V21z"/>${ring(10)}`],
  [/washer/i, `${ring(20)}${ring(8)}`],
  [/bolt|rivet|anchor/i, '<path d="M10 22h12v20H10zM22 27h32v10H22M30 27l-4 10M38 27l-4 10M46 27l-4 10M54 27l-4 10"/>'],
  [/glove/i, '<path d="M20 54V36l-6-8 5-4 7 7V14h5v14h2V10h5v18h2V14h5v18l-2 22z"/>'],
  [/helmet/i, '<path d="M12 42a20 20 0 0 1 40 0zM8 42h48v6H8zM28 23v-4h8v4"/>'],
  [/goggles/i, '<rect x="10" y="24" width="44" height="18" rx="9"/><path d="M26 42c2-6 10-6 12 0M10 30H5M54 30h5"/>'],
  [/jacket|harness/i, '<path d="M24 12h16l12 10-5 8-5-3v25H22V27l-5 3-5-8zM32 12v40M22 36h20M22 42h20"/>'],
  [/boots/i, '<path d="M22 10h16v26l16 6v10H22zM22 46h32"/>'],
  [/respirator/i, '<path d="M16 24c10-8 22-8 32 0v12c-6 14-26 14-32 0zM16 28H6M48 28h10"/><circle cx="32" cy="36" r="5"/>'],
]
const BOX = '<path d="M12 22l20-10 20 10v22L32 54 12 44zM12 22l20 10 20-10M32 32v22"/>'

/** A drawing of an article, as an address an `img` takes: nothing has to be served or fetched for it. */
export function pictureOf({ title, category }: Pick<Article, "title" | "category">): string {
  const [ink, paper] = COLOURS[category] ?? ["#4a5663", "#e9edf1"]
  const drawing = DRAWINGS.find(([name]) => name.test(title))?.[1] ?? BOX
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${paper}"/><g fill="none" stroke="${ink}" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round">${drawing}</g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
