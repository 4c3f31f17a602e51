import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Alert, Button, Drawer, Heading } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { FieldValues, UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"

interface FormDrawerProps<Values extends FieldValues> {
  title: string
  /** One sentence on what saving does. */
  text: string
  submit: string
  danger?: boolean
  form: UseFormReturn<Values>
  onSubmit: (values: Values) => void
  onClose: () => void
  pending: boolean
  /** Why the API refused, in its own words. */
  refusal: string | null
  children: ReactNode
}

/** A small form in a drawer, for what needs no address of its own. */
export function FormDrawer<Values extends FieldValues>(props: FormDrawerProps<Values>) {
  const { t } = useTranslation("negotiation")
  return (
    <Drawer open onOpenChange={(open) => !open && props.onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title asChild>
            <Heading>{props.title}</Heading>
          </Drawer.Title>
          <Drawer.Description className="txt-small text-ui-fg-subtle">{props.text}</Drawer.Description>
        </Drawer.Header>
        <Form {...props.form}>
          <KeyboundForm onSubmit={props.form.handleSubmit(props.onSubmit)} className="flex flex-1 flex-col overflow-hidden">
            <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
              {props.refusal && (
                <div role="alert">
                  <Alert variant="error">{props.refusal}</Alert>
                </div>
              )}
              {props.children}
            </Drawer.Body>
            <Drawer.Footer>
              <Drawer.Close asChild>
                <Button size="small" variant="secondary" type="button">
                  {t("common.cancel")}
                </Button>
              </Drawer.Close>
              <Button size="small" type="submit" variant={props.danger ? "danger" : "primary"} isLoading={props.pending}>
                {props.submit}
              </Button>
            </Drawer.Footer>
          </KeyboundForm>
        </Form>
      </Drawer.Content>
    </Drawer>
  )
}
