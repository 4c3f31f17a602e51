import { html, type TemplateResult } from "lit"
import { bar } from "../base/bar"

/** The shape of what is coming, while it is coming. @param words that it is; a blank before they are there */
export function waiting(words: string): TemplateResult {
  return html`<div class="stack" aria-busy="true">
    <p class="muted" role="status">${words}</p>
    ${bar("70%")} ${bar("45%")}
    <div class="options">${[0, 1].map(() => html`<div class="sheet stack">${bar("40%")}${bar("60%", "1.8em")}${bar("90%")}${bar("100%", "5em")}${bar("100%", "2.6em")}</div>`)}</div>
  </div>`
}
