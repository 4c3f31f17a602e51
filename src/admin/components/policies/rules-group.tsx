import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { RULE_TERMS } from "../../lib/policy-rules-input"

/** A subject of a policy's rules with its heading and what it is for. */
export function RulesGroup({ name, disabled, children }: { name: (typeof RULE_TERMS)[number]; disabled: boolean; children: ReactNode }) {
  const { t } = useTranslation("negotiation")
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-y-4 px-6 py-6">
      <legend className="sr-only">{t(`rules.group.${name}.title`)}</legend>
      <div>
        <Heading level="h3" aria-hidden>
          {t(`rules.group.${name}.title`)}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t(`rules.group.${name}.hint`)}
        </Text>
      </div>
      {children}
    </fieldset>
  )
}

/** Two columns of fields where there is room. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">{children}</div>
}
