import { css } from "lit"

/** Lists: one row a case, the status in words and colour. */
export const listStyles = css`
  :host {
    container-type: inline-size;
  }
  .tabs {
    display: flex;
    gap: 4px;
    border-block-end: 1px solid var(--_line);
  }
  .tab {
    min-block-size: 44px;
    padding: 8px 14px;
    border: 0;
    border-block-end: 2px solid transparent;
    margin-block-end: -1px;
    background: none;
    font-weight: 550;
    color: var(--_muted);
    cursor: pointer;
  }
  .tab[aria-selected="true"] {
    color: var(--_text);
    border-color: var(--_accent);
  }
  .items {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    column-gap: 16px;
  }
  .item {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    row-gap: 8px;
    align-items: center;
    padding-block: 14px;
    border-block-end: 1px solid var(--_line);
  }
  .item > .chip {
    justify-self: start;
  }
  .agreed-line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 16px;
  }
  .agreed-line .small {
    grid-column: 1 / -1;
  }
  .in-cart {
    grid-column: 1 / -1;
  }
  .empty {
    padding: 40px 16px;
    text-align: center;
    justify-items: center;
  }
  .more {
    padding-block: 12px;
  }
  @container (max-width: 36rem) {
    .item {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      justify-content: space-between;
    }
    .what {
      flex: 1 1 100%;
    }
  }
`
