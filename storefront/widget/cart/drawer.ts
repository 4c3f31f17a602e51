import { css, html, type TemplateResult } from "lit"
import { crossIcon } from "../base/icons"
import type { Speech } from "../phrases"

/** A sheet at the side of the page (all of it on a phone) around a panel. */
export const drawerStyles = css`
  dialog {
    inset-block: 0;
    inset-inline: auto 0;
    margin: 0;
    inline-size: min(46rem, 100vw);
    max-inline-size: none;
    block-size: 100dvh;
    max-block-size: none;
    padding: 0;
    border: 0;
    border-inline-start: 1px solid var(--_line);
    background: var(--_surface);
    color: inherit;
    box-shadow: 0 0 40px rgb(0 0 0 / 18%);
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(10 18 26 / 45%);
  }
  dialog[open] {
    animation: slide 160ms ease-out;
  }
  @keyframes slide {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  .drawer-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 14px 20px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  .drawer-head h2 {
    overflow-wrap: anywhere;
  }
  .drawer-body {
    padding: 20px;
  }
  .close {
    inline-size: 40px;
    padding: 0;
    flex: none;
  }
`

/** The sheet: a modal dialog, so the browser keeps the focus in it and Escape closes it. */
export function drawer(speech: Speech, title: string, content: TemplateResult | null, closed: () => void): TemplateResult {
  const close = (event: Event): void => (event.currentTarget as HTMLElement).closest("dialog")?.close()
  // The browser tells of it a task later: what has been opened again meanwhile stays open.
  const ended = (event: Event): void => ((event.currentTarget as HTMLDialogElement).open ? undefined : closed())
  return html`<dialog aria-labelledby="drawer-title" @close=${ended} @negotiation-close=${close}>
    <div class="drawer-head">
      <h2 id="drawer-title">${title}</h2>
      <button class="button plain close" type="button" aria-label=${speech.say("close")} @click=${close}>${crossIcon}</button>
    </div>
    <div class="drawer-body">${content ?? ""}</div>
  </dialog>`
}
