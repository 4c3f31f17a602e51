import { Heading, Text } from "@medusajs/ui"

/** What a page says in place of a record that does not exist, or no longer. */
export function NotFound({ title, text }: { title: string; text: string }) {
  return (
    <div className="flex flex-col items-center gap-y-1 px-6 py-16 text-center">
      <Heading level="h1">{title}</Heading>
      <Text size="small" className="text-ui-fg-subtle">
        {text}
      </Text>
    </div>
  )
}
