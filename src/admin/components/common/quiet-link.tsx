import type { ReactNode } from "react"
import { Link } from "react-router-dom"

/** A link inside text and tables: underlined, in the colour of text, so that it can be read in light and dark. */
export function QuietLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="text-ui-fg-base hover:text-ui-fg-subtle underline underline-offset-2">
      {children}
    </Link>
  )
}
