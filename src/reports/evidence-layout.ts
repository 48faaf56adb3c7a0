import { evidenceRank } from '../language/evidence-words.ts'

/** What evidence is made of in the end. */
export type EvidenceValue = string | number | boolean | null

/** From the outside in: which part of the evidence is meant. */
export type EvidencePath = readonly string[]

/** Something the evidence says once; several values where it lists them. */
export interface EvidenceFact {
  readonly path: EvidencePath
  readonly values: readonly EvidenceValue[]
}

/** Things of one kind that the evidence lists: a row for each, a column for each of their parts. */
export interface EvidenceTable {
  readonly path: EvidencePath
  /** As seen from the things listed. */
  readonly columns: readonly EvidencePath[]
  /** For each thing, what stands in each column; nothing where it has no such part. */
  readonly rows: readonly (readonly (readonly EvidenceValue[])[])[]
}

/** Evidence of any check laid out for reading, its parts in the order in which a person reads them. */
export interface EvidenceLayout {
  readonly facts: readonly EvidenceFact[]
  readonly tables: readonly EvidenceTable[]
}

type Evidence = Readonly<Record<string, unknown>>

export function evidenceLayout(evidence: Evidence): EvidenceLayout {
  const parts = partsOf(evidence, [])
  return {
    facts: parts.flatMap((part) => (part.kind === 'fact' ? [part] : [])).toSorted(inOrder),
    tables: parts
      .flatMap((part) => (part.kind === 'list' ? [tableOf(part)] : []))
      .toSorted(inOrder),
  }
}

/** Everything the evidence says by its path, what it lists brought together. */
export function evidenceValues(evidence: Evidence): EvidenceFact[] {
  const { facts, tables } = evidenceLayout(evidence)
  const listed = tables.flatMap(({ path, columns, rows }) =>
    columns.map((column, at) => ({
      path: [...path, ...column],
      values: rows.flatMap((row) => row[at] ?? []),
    })),
  )
  return [...facts, ...listed]
}

/** Whether one path is to be read before another: negative when it is. */
export function comparePaths(one: EvidencePath, other: EvidencePath): number {
  for (const [at, part] of one.entries()) {
    const rival = other[at]
    if (rival === undefined) return 1
    if (part === rival) continue
    return evidenceRank(part) - evidenceRank(rival) || (part < rival ? -1 : 1)
  }
  return one.length - other.length
}

function inOrder(one: { path: EvidencePath }, other: { path: EvidencePath }): number {
  return comparePaths(one.path, other.path)
}

type Part =
  | ({ readonly kind: 'fact' } & EvidenceFact)
  | { readonly kind: 'list'; readonly path: EvidencePath; readonly things: readonly Evidence[] }

function partsOf(evidence: Evidence, within: EvidencePath): Part[] {
  return Object.entries(evidence).flatMap(([key, value]): Part[] => {
    const path = [...within, key]
    if (isThing(value)) return partsOf(value, path)
    if (!Array.isArray(value)) return [{ kind: 'fact', path, values: [leafOf(value)] }]
    const things = value.filter(isThing)
    const isList = things.length > 0 && things.length === value.length
    if (isList) return [{ kind: 'list', path, things }]
    return [{ kind: 'fact', path, values: value.map(leafOf) }]
  })
}

function isThing(value: unknown): value is Evidence {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is nested deeper than a table can show stands there as it is kept. */
function leafOf(value: unknown): EvidenceValue {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value
    default:
      return value == null ? null : JSON.stringify(value)
  }
}

function tableOf({ path, things }: Extract<Part, { kind: 'list' }>): EvidenceTable {
  const rows = things.map((thing) => new Map(evidenceValues(thing).map(byName)))
  const named = new Map(rows.flatMap((row) => [...row].map(([name, fact]) => [name, fact.path])))
  const columns = [...named].toSorted(([, one], [, other]) => comparePaths(one, other))
  return {
    path,
    columns: columns.map(([, column]) => column),
    rows: rows.map((row) => columns.map(([name]) => row.get(name)?.values ?? [])),
  }
}

function byName(fact: EvidenceFact): [string, EvidenceFact] {
  return [fact.path.join('\0'), fact]
}
