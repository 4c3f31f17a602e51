import { css } from "lit"

/** Buttons, fields, notes and what else every element is put together of. */
export const controls = css`
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  h2 {
    font-size: 1.2em;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: 1em;
    font-weight: 600;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.875em;
  }
  .good {
    color: var(--_good);
  }
  .number {
    white-space: nowrap;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .stack {
    display: grid;
    gap: 12px;
    align-content: start;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 40px;
    padding: 8px 14px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: 550;
    line-height: 1.2;
    text-align: center;
    cursor: pointer;
    transition: background-color 120ms, border-color 120ms;
  }
  .button:hover {
    background: var(--_raised);
  }
  .button.main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.main:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }
  .button.soft {
    border-color: transparent;
    background: var(--_tint);
    color: var(--_accent);
  }
  .button.soft:hover {
    background: color-mix(in oklab, var(--_accent) 17%, var(--_surface));
  }
  .button.plain {
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }
  .button.plain:hover {
    background: var(--_tint);
  }
  .button.wide {
    inline-size: 100%;
  }
  .button[aria-disabled="true"] {
    opacity: 0.65;
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .field {
    display: grid;
    gap: 4px;
    align-content: start;
    min-inline-size: 0;
  }
  .field > span:first-child,
  legend {
    font-weight: 550;
    font-size: 0.9em;
  }
  .fields {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
  }
  .input {
    inline-size: 100%;
    min-block-size: 40px;
    padding: 8px 10px;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_surface);
  }
  textarea.input {
    min-block-size: 72px;
    resize: vertical;
  }
  .input[aria-invalid="true"] {
    border-color: var(--_bad);
    box-shadow: inset 0 0 0 1px var(--_bad);
  }
  .wrong {
    color: var(--_bad);
    font-size: 0.875em;
  }
  .note {
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--_raised);
    border-inline-start: 3px solid var(--_edge);
  }
  .note.wrong-note {
    border-color: var(--_bad);
  }
  .note.good-note {
    border-color: var(--_good);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 9px;
    border-radius: 99px;
    border: 1px solid var(--_line);
    background: var(--_raised);
    font-size: 0.8125em;
    font-weight: 550;
    white-space: nowrap;
  }
  .chip.accent {
    border-color: transparent;
    background: var(--_tint);
    color: var(--_accent);
  }
  .chip.good {
    border-color: transparent;
    background: color-mix(in oklab, var(--_good) 12%, var(--_surface));
    color: var(--_good);
  }
  details > summary {
    cursor: pointer;
    font-weight: 550;
    padding-block: 8px;
    border-radius: 4px;
  }
  details > summary::marker {
    color: var(--_muted);
  }
  .skeleton {
    display: block;
    border-radius: 6px;
    background: var(--_line);
    animation: wait 1.4s ease-in-out infinite alternate;
  }
  @keyframes wait {
    from {
      opacity: 0.45;
    }
    to {
      opacity: 0.9;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .button.main {
      border-width: 2px;
    }
  }
`
