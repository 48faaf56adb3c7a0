import { evidenceLayout } from './evidence-layout.ts'
import { pathText, valuesText } from './evidence-text.ts'
import type { Voice } from './voice.ts'

/** Evidence as a person reads it. */
export interface EvidenceInWords {
  readonly facts: { readonly name: string; readonly text: string }[]
  readonly tables: {
    readonly name: string
    readonly columns: string[]
    readonly rows: { readonly record: string | null; readonly texts: string[] }[]
  }[]
}

/** Evidence laid out and worded; a row of a table says which record it is of, where it is of one. */
export function evidenceInWords(
  evidence: Readonly<Record<string, unknown>>,
  voice: Voice,
): EvidenceInWords {
  const { facts, tables } = evidenceLayout(evidence)
  return {
    facts: facts.map(({ path, values }) => ({
      name: pathText(path, voice),
      text: valuesText(path, values, voice),
    })),
    tables: tables.map(({ path, columns, rows }) => {
      const named = columns.findIndex((column) => column.join('.') === 'ref')
      return {
        name: pathText(path, voice),
        columns: columns.map((column) => pathText(column, voice)),
        rows: rows.map((row) => ({
          record: textOf(row[named]?.[0]),
          texts: row.map((values, at) =>
            values.length === 0 ? '' : valuesText([...path, ...(columns[at] ?? [])], values, voice),
          ),
        })),
      }
    }),
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
