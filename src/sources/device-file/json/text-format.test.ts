import { expect, it } from 'vitest'
import { textFormat } from './text-format.ts'

it.each([
  ['export.json', '[{"id":1}]', 'json'],
  ['export.txt', '\ufeff \n[{"id":1}]', 'json'],
  ['export.json', '{"devices":[]}', 'json'],
  ['export.json', '{\n"devices":[]}', 'json'],
  ['export.json', '{"devices":[]}\n', 'json'],
  ['export.json', '{"id":1}\n{"id":2}', 'ndjson'],
  ['export.json', '{"id":1}\r\n\r\n{"id":2}', 'ndjson'],
  ['export.json', '{"id":1}{"id":2}', 'json'],
  ['export.jsonl', '{"id":1}', 'ndjson'],
  ['export.ndjson', '', 'ndjson'],
  ['export.csv', 'id;name', 'table'],
  ['export.json', 'id;name', 'json'],
  ['export', '"id","name"', 'table'],
])('takes %s that starts with %j for %s', (name, start, format) => {
  expect(textFormat(name, Buffer.from(start))).toBe(format)
})

it('reads the start of UTF-16 by its mark', () => {
  expect(textFormat('export', Buffer.from('\ufeff[1]', 'utf16le'))).toBe('json')
})
