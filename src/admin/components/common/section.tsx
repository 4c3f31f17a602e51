import { Container, Heading, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

interface SectionProps {
  title: string
  /** One sentence under the title. */
  hint?: ReactNode
  /** Buttons at the right of the title. */
  actions?: ReactNode
  children: ReactNode
}

/** A card of a page with its heading, a landmark for screen readers. */
export function Section({ title, hint, actions, children }: SectionProps) {
  const id = useId()
  return (
    <Container className="divide-y p-0">
      <section aria-labelledby={id} className="divide-y">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
          <div>
            <Heading level="h2" id={id}>
              {title}
            </Heading>
            {hint && (
              <Text size="small" className="text-ui-fg-subtle">
                {hint}
              </Text>
            )}
          </div>
          {actions && <div className="flex items-center gap-x-2">{actions}</div>}
        </div>
        {children}
      </section>
    </Container>
  )
}

/** A label with its value, the row of every small card. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="text-ui-fg-subtle grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-x-3 px-6 py-3">
      <Text size="small" leading="compact" weight="plus">
        {label}
      </Text>
      <div className="txt-compact-small min-w-0 break-words">{children}</div>
    </div>
  )
}
