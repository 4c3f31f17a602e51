import { Table } from "@medusajs/ui"
import type { TraceTerm } from "../../lib/trace"
import { useTermValue } from "./use-term-value"

/** The rows of a decision's trace: every term of the formulas with its value. */
export function TraceRows({ terms, currency }: { terms: readonly TraceTerm[]; currency: string }) {
  const valueOf = useTermValue(currency)
  return (
    <Table.Body>
      {terms.map((term, index) => (
        <Table.Row key={`${term.term}-${index}`}>
          <Table.Cell className="font-mono text-xs">{term.term}</Table.Cell>
          <Table.Cell className="text-right tabular-nums">{valueOf(term)}</Table.Cell>
        </Table.Row>
      ))}
    </Table.Body>
  )
}
