import { Kbd, Text } from "@medusajs/ui"

/** The keys a page listens to, for those who have a keyboard; hidden on small screens. */
export function KeyHints({ hints }: { hints: readonly { keys: readonly string[]; label: string }[] }) {
  return (
    <div className="hidden items-center gap-x-4 lg:flex">
      {hints.map(({ keys, label }) => (
        <span key={label} className="flex items-center gap-x-1">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          <Text as="span" size="xsmall" className="text-ui-fg-subtle">
            {label}
          </Text>
        </span>
      ))}
    </div>
  )
}
