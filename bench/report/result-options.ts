import { join } from 'node:path'

/** Where results are kept unless said otherwise. */
export const RESULTS = join(import.meta.dirname, '../results')

/** The options that every benchmark has: `--results FOLDER`, `--no-result`. */
export const RESULT_OPTIONS = {
  results: { type: 'string', default: RESULTS },
  'no-result': { type: 'boolean', default: false },
} as const

/** The folder a result is kept in; null for none. */
export function resultFolder(values: {
  readonly results: string
  readonly 'no-result': boolean
}): string | null {
  return values['no-result'] ? null : values.results
}
