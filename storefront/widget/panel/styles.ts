import { css } from "lit"

/** The panel: a quiet sheet, the options the only thing that stands out. */
export const panelStyles = css`
  :host {
    container-type: inline-size;
  }
  .case {
    gap: var(--_space);
  }
  .spread {
    justify-content: space-between;
  }
  .facts {
    display: grid;
    gap: 2px;
    padding: 12px 14px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .lines {
    display: grid;
    gap: 6px;
  }
  .lines li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 12px;
  }
  .lines li > span:first-child {
    font-weight: 550;
  }
  .lines .all {
    padding-block-start: 6px;
    border-block-start: 1px solid var(--_line);
  }
  .figures dd .small + .small {
    color: var(--_text);
  }
  .saving {
    min-block-size: 1.45em;
    font-weight: 550;
  }
  .options {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
  }
  .option {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: subgrid;
    grid-row: span 6;
    gap: 8px;
    padding: 14px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface);
  }
  .option.best {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .option .price strong {
    font-size: 1.6em;
    line-height: 1.1;
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  .option .about {
    gap: 8px;
  }
  .option > .row {
    align-content: start;
  }
  .option h3 {
    font-weight: 550;
  }
  .option .button {
    align-self: end;
  }
  .figures {
    display: grid;
    gap: 4px;
    align-content: start;
    padding-block: 8px;
    border-block: 1px solid var(--_line);
  }
  .figures > div {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }
  .figures dt {
    color: var(--_muted);
    white-space: nowrap;
  }
  .figures dd {
    font-weight: 600;
    text-align: end;
  }
  .figures dd .small {
    display: block;
    font-weight: 400;
    white-space: normal;
  }
  .conditions {
    display: grid;
    gap: 4px;
    align-content: start;
  }
  .conditions li {
    padding-inline-start: 12px;
    position: relative;
  }
  .conditions li::before {
    content: "";
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.62em;
    inline-size: 4px;
    block-size: 4px;
    border-radius: 50%;
    background: currentColor;
  }
  .stand-in {
    display: grid;
    gap: 6px;
  }
  .stand-in img {
    border-radius: var(--_radius);
    object-fit: cover;
  }
  .why summary {
    padding-block: 4px;
    min-block-size: 24px;
  }
  .actions {
    padding-block-start: 4px;
  }
  .sheet {
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_raised);
  }
  [tabindex="-1"]:focus-visible {
    outline: none;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 36px;
    cursor: pointer;
  }
  form:not(:has([value="bought_elsewhere"]:checked)) .elsewhere {
    display: none;
  }
  .choice input {
    margin: 0;
    inline-size: 18px;
    block-size: 18px;
    accent-color: var(--_accent);
  }
  .choices {
    display: grid;
    gap: 8px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
  }
  .proposal {
    padding: 14px;
    border-radius: var(--_radius);
    background: var(--_surface);
    border: 1px solid var(--_line);
  }
  .entries {
    display: grid;
    gap: 10px;
    padding-block: 4px 12px;
  }
  .entry {
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--_line);
  }
  .entry.buyer {
    border-color: var(--_accent);
  }
  .said {
    margin-block-start: 4px;
    padding: 8px 10px;
    border-radius: var(--_radius);
    background: var(--_raised);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .entry.buyer .said {
    background: var(--_tint);
  }
  .status:empty {
    display: none;
  }
  .button.small {
    min-block-size: 32px;
    padding: 4px 10px;
  }
  .conversation {
    border-block-start: 1px solid var(--_line);
  }
  input.number::-webkit-inner-spin-button {
    opacity: 0.5;
  }
  @container (max-width: 26rem) {
    .actions .button {
      flex: 1 1 100%;
    }
  }
`
