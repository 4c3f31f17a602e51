import { css } from "lit"

/**
 * The looks, as custom properties a storefront may set anywhere above the elements. Colours follow the page's `color-scheme`,
 * or the attribute `theme`. Contrast of the defaults: 4.5:1 and more for text, 3:1 for edges of controls.
 */
export const tokens = css`
  :host {
    --_accent: var(--negotiation-accent, light-dark(#175a8c, #7cbcf0));
    --_on-accent: var(--negotiation-on-accent, light-dark(#ffffff, #08243a));
    --_tint: var(--negotiation-tint, color-mix(in oklab, var(--_accent) 9%, var(--_surface)));
    --_text: var(--negotiation-text, light-dark(#17202b, #e8edf2));
    --_muted: var(--negotiation-muted, light-dark(#566270, #a5b1be));
    --_surface: var(--negotiation-surface, light-dark(#ffffff, #141a21));
    --_raised: var(--negotiation-raised, light-dark(#f6f8fa, #1c242d));
    --_line: var(--negotiation-line, light-dark(#dde3e9, #303b47));
    --_edge: var(--negotiation-edge, light-dark(#7f8c99, #71808f));
    --_good: var(--negotiation-positive, light-dark(#13703f, #6cd39b));
    --_bad: var(--negotiation-negative, light-dark(#b3261e, #ff9d95));
    --_radius: var(--negotiation-radius, 8px);
    --_space: var(--negotiation-space, 16px);
    display: block;
    color: var(--_text);
    font-family: var(--negotiation-font, inherit);
    font-size: var(--negotiation-font-size, 0.9375rem);
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  /* On a page that runs from right to left the sentences, of languages that don't, keep their points and signs where they belong. */
  :host(:dir(rtl)) {
    text-align: right;
  }
  :is(p, li, h2, h3, button, label, span, dt, dd, time, td, th) {
    unicode-bidi: plaintext;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
`
