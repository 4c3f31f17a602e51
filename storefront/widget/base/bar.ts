import { html, type TemplateResult } from "lit"

/** A piece of the shape of what is coming. */
export const bar = (width: string, height = "1em"): TemplateResult => html`<span class="skeleton" style="inline-size:${width};block-size:${height}"></span>`
