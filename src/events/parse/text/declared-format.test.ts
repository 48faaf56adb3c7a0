import { expect, it } from 'vitest'
import { declaredFormat } from './declared-format.ts'

it.each([
  ['days.csv', null, 'csv'],
  ['days.TSV', 'application/json', 'csv'],
  ['days.json.gz', null, 'json'],
  ['days.jsonl', 'text/csv', 'ndjson'],
  ['days', 'text/csv; charset=utf-8', 'csv'],
  ['days.txt', 'Application/JSON', 'json'],
  ['days.bin', 'application/x-ndjson', 'ndjson'],
  ['days', 'application/octet-stream', null],
  ['days', null, null],
])('takes %s of type %s to be said to be %s', (name, mediaType, declared) => {
  expect(declaredFormat(name, mediaType)).toBe(declared)
})
