/** What a sender says a file is. The bytes decide; this only settles what they leave open. */
export type DeclaredFormat = 'csv' | 'json' | 'ndjson'

const BY_MEDIA_TYPE: ReadonlyMap<string, DeclaredFormat> = new Map([
  ['text/csv', 'csv'],
  ['text/tab-separated-values', 'csv'],
  ['application/json', 'json'],
  ['text/json', 'json'],
  ['application/x-ndjson', 'ndjson'],
  ['application/ndjson', 'ndjson'],
  ['application/jsonl', 'ndjson'],
  ['application/x-jsonlines', 'ndjson'],
])
const BY_ENDING: ReadonlyMap<string, DeclaredFormat> = new Map([
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['json', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
])
const ENDING = /\.([a-z]+)(?:\.gz)?$/iu

/** By the ending of the name, else by the media type, which programs often set without looking. */
export function declaredFormat(name: string, mediaType: string | null): DeclaredFormat | null {
  const [, ending = ''] = ENDING.exec(name) ?? []
  const [type = ''] = (mediaType ?? '').split(';')
  return BY_ENDING.get(ending.toLowerCase()) ?? BY_MEDIA_TYPE.get(type.trim().toLowerCase()) ?? null
}
