import { html, type TemplateResult } from "lit"

/** The picture of an article, or its place; its name stands beside it. */
export function picture(source: string | null, size: number): TemplateResult {
  return source ? html`<img class="thumb" src=${source} alt="" width=${size} height=${size} />` : html`<span class="thumb" style="inline-size:${size}px;block-size:${size}px"></span>`
}
