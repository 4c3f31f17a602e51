import { css } from "lit"

/** The cart: rows with their figures on one edge, and what can be asked under them. */
export const cartStyles = css`
  :host {
    container-type: inline-size;
  }
  .line {
    display: grid;
    grid-template-columns: 56px minmax(0, 1fr) auto;
    gap: 8px 16px;
    align-items: start;
    padding-block: 16px;
    border-block-start: 1px solid var(--_line);
  }
  /* What is around the cart has an edge of its own. */
  .rows > .line:first-child {
    padding-block-start: 0;
    border-block-start: 0;
  }
  .line.bare {
    display: block;
    padding: 0;
    border: 0;
  }
  .picture {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_muted);
    overflow: hidden;
  }
  .picture img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .amounts {
    display: grid;
    grid-template-columns: auto 9.5rem 7.5rem;
    gap: 16px;
    align-items: start;
    text-align: end;
  }
  :host(:dir(rtl)) .amounts {
    text-align: left;
  }
  .amounts .total {
    font-weight: 650;
  }
  .amounts > * {
    min-block-size: 1.45em;
  }
  .quantity {
    inline-size: 6rem;
    text-align: end;
    margin-block-start: -8px;
  }
  .about {
    grid-column: 2 / -1;
  }
  .about p:empty {
    position: absolute;
  }
  .remove {
    min-block-size: 28px;
    margin-inline-start: -10px;
    padding: 2px 10px;
    color: var(--_muted);
    font-weight: 400;
  }
  .hint {
    padding-block: 8px;
    padding-inline: 12px 8px;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .hint p {
    flex: 1 1 14rem;
  }
  .hint .button.soft {
    background: var(--_surface);
  }
  .line[aria-busy="true"] .amounts {
    opacity: 0.5;
  }
  .foot {
    justify-content: space-between;
    padding-block: 16px 0;
    border-block-start: 1px solid var(--_line);
  }
  .foot .total {
    font-size: 1.2em;
    font-weight: 650;
    text-align: end;
  }
  .foot .total .small {
    font-size: 0.7em;
    font-weight: 400;
  }
  .left-out {
    margin-block-start: 16px;
    justify-content: space-between;
  }
  .left-out p {
    flex: 1 1 14rem;
  }
  /* As much room as what stands there until the cart is known: see the skeleton. */
  .empty {
    box-sizing: border-box;
    min-block-size: 16.5rem;
    align-content: center;
    padding: 40px 16px;
    text-align: center;
    justify-items: center;
    border: 1px dashed var(--_line);
    border-radius: calc(var(--_radius) + 2px);
  }
  @container (max-width: 44rem) {
    .amounts {
      grid-column: 2 / -1;
      grid-template-columns: auto 1fr auto;
      align-items: center;
      text-align: start;
    }
    .quantity {
      margin-block-start: 0;
    }
  }
  @container (max-width: 26rem) {
    .line {
      grid-template-columns: 40px minmax(0, 1fr);
    }
    .picture {
      inline-size: 40px;
      block-size: 40px;
    }
    .amounts,
    .about {
      grid-column: 1 / -1;
    }
    /* Amounts as some languages write them need a row more. */
    .amounts {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
    }
    .amounts .total {
      margin-inline-start: auto;
    }
    .about .button,
    .foot .button {
      flex: 1 1 auto;
    }
    .hint p {
      flex-basis: 100%;
    }
    .foot .total {
      flex: 1 1 auto;
      text-align: end;
    }
  }
`
