import { html, svg, type TemplateResult } from "lit"

/** A drawing beside words that say the same: nothing for screen readers. */
function icon(paths: TemplateResult<2>): TemplateResult<1> {
  return html`<svg viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`
}

/** Closing. */
export const crossIcon = icon(svg`<path d="M5 5l10 10M15 5L5 15"/>`)
/** Something done. */
export const checkIcon = icon(svg`<path d="M4.5 10.5l3.5 3.5 7.5-8"/>`)
/** A person. */
export const personIcon = icon(svg`<circle cx="10" cy="6.8" r="3"/><path d="M4.3 16.5c.8-3 3-4.3 5.7-4.3s4.9 1.3 5.7 4.3"/>`)
/** A price tag: asking for a price. */
export const tagIcon = icon(svg`<path d="M10.4 3.5h6.1v6.1l-6.9 6.9-6.1-6.1z"/><circle cx="13.3" cy="6.7" r=".5"/>`)
/** An article without a picture. */
export const boxIcon = icon(svg`<path d="M3.5 6.5 10 3l6.5 3.5v7L10 17l-6.5-3.5zM3.5 6.5 10 10l6.5-3.5M10 10v7"/>`)
/** A cart with nothing in it. */
export const cartIcon = icon(svg`<path d="M3 4h2l2 9h8l1.6-6H6"/><circle cx="8" cy="16" r="1"/><circle cx="14" cy="16" r="1"/>`)
