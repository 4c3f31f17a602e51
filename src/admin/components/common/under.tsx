import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** The second, paler line of a table's cell. */
export function Under({ children }: { children: ReactNode }) {
  return (
    <Text as="span" size="xsmall" className="text-ui-fg-subtle truncate">
      {children}
    </Text>
  )
}
