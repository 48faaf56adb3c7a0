/** A table whose rows point at rows of another one. */
export interface Reference {
  readonly from: string
  readonly to: string
}

/**
 * Tables so that each comes after those its rows point at; a table that points at itself is no matter.
 * Throws where they go round in a circle, and names it.
 */
export function loadOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const waitingFor = new Map(tables.map((table) => [table, pointedAt(table, references)]))
  const ordered: string[] = []
  while (waitingFor.size > 0) {
    const ready = [...waitingFor].filter(([, others]) =>
      others.every((other) => !waitingFor.has(other)),
    )
    if (ready.length === 0) throw new Error(`tables point at each other: ${circle(waitingFor)}`)
    for (const [table] of ready) {
      ordered.push(table)
      waitingFor.delete(table)
    }
  }
  return ordered
}

function pointedAt(table: string, references: readonly Reference[]): string[] {
  return references.filter(({ from, to }) => from === table && to !== table).map(({ to }) => to)
}

/** Whoever follows the references of tables that all wait comes back to one already seen. */
function circle(waitingFor: ReadonlyMap<string, readonly string[]>): string {
  const path: string[] = []
  let [next] = waitingFor.keys()
  while (next !== undefined && !path.includes(next)) {
    path.push(next)
    next = waitingFor.get(next)?.find((other) => waitingFor.has(other))
  }
  return [...path.slice(path.indexOf(next ?? '')), next].join(' -> ')
}
