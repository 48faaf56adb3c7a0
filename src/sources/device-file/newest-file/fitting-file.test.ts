import { expect, it } from 'vitest'
import { fittingFile } from './fitting-file.ts'

it.each([
  ['scan*', 'scan.json', true],
  ['scan*', 'SCAN 2.NDJSON', true],
  ['scan*', 'scan.jsonl', true],
  ['scan*', 'scan.csv', true],
  ['scan*', 'scan.xlsx', true],
  ['scan*', 'scan.json.part', false],
  ['scan*', 'scan.pdf', false],
  ['*', '.scan.json', false],
  ['*', '~$scan.xlsx', false],
  ['*.csv', 'scan.json', false],
  ['scan', 'scan', true],
  ['*.export', 'scan.export', true],
])('for %s: %s, %s', (pattern, name, fits) => {
  expect(fittingFile(pattern)(name)).toBe(fits)
})
