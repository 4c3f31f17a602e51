/**
 * Everything a part of a page says: what is seen, inside shadow roots too, and what only a screen reader or an empty field says. The
 * browser's own `innerText` ends at a shadow root.
 *
 * @param {import("playwright-core").Locator} part
 * @returns {Promise<string>} a line for each piece of text.
 */
export function heardIn(part) {
  return part.evaluate((root) => {
    const said = []
    const visit = (node) => {
      if (node.nodeType === globalThis.Node.TEXT_NODE) return void said.push(node.data.trim())
      if (node.nodeType !== globalThis.Node.ELEMENT_NODE || ["STYLE", "SCRIPT"].includes(node.tagName) || !node.checkVisibility()) return
      for (const name of ["aria-label", "placeholder", "title", "alt"]) said.push(node.getAttribute(name)?.trim() ?? "")
      for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) visit(child)
    }
    visit(root)
    return said.filter(Boolean).join("\n")
  })
}
