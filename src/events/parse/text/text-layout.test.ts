import { describe, expect, it } from 'vitest'
import type { DeclaredFormat } from './declared-format.ts'
import { textLayout } from './text-layout.ts'

/** `csv ;`, or the kind of JSON. */
function layout(sample: string, declared: DeclaredFormat | null = null): string {
  const found = textLayout(sample, declared)
  return found.kind === 'delimited' ? `csv ${found.delimiter.character}` : found.kind
}

describe('textLayout', () => {
  it.each([
    ['time,value\n2026-01-31,1', 'csv ,'],
    ['time;value\n2026-01-31;1,5', 'csv ;'],
    ['time\tvalue\n2026-01-31\t1,5', 'csv \t'],
    ['sep=;\ntime;value', 'csv ;'],
    ['sep=:\ntime:value', 'csv :'],
    ['sep="\ntime,value', 'csv ,'],
    ['sep=x\ntime,value', 'csv ,'],
    ['value\n1\n2', 'csv ,'],
    ['"time","value"', 'csv ,'],
    ['[time],[value]\n1,2', 'csv ,'],
    ['{time},value', 'csv ,'],
    ['', 'csv ,'],
    ['[', 'json-list'],
    ['[]', 'json-list'],
    [' \n[ {"time":1}]', 'json-list'],
    ['[[1,2]]', 'json-list'],
    ['[1,2]', 'json-list'],
    ['{"events":[{"time":1}]}', 'json-list'],
    ['{"page":1,"events":[\n{"time":1},', 'json-list'],
    ['{"time":1,"tags":["a"]}', 'json-objects'],
    ['{', 'json-objects'],
    ['{}', 'json-objects'],
    ['{"time":1}', 'json-objects'],
    ['{\n "time":1\n}\n{\n "time":2\n}', 'json-objects'],
    ['{"time":1}{"time":2}', 'json-objects'],
    ['{"time":1}\n{"time":2}', 'json-lines'],
    ['{"time":1}\r\n\r\n{"time":2', 'json-lines'],
  ])('takes %j for %s', (sample, found) => {
    expect(layout(sample)).toBe(found)
  })

  it.each<[string, DeclaredFormat, string]>([
    ['{"time":1}', 'ndjson', 'json-lines'],
    ['{"time":1,\n{"time":2}', 'ndjson', 'json-lines'],
    ['{"time":1}', 'csv', 'json-objects'],
    ['[{"time":1}]', 'csv', 'json-list'],
    ['[{"time":1}]', 'ndjson', 'json-list'],
    ['time,value\n1,2', 'json', 'csv ,'],
    ['null', 'json', 'json-objects'],
    ['null', 'ndjson', 'json-lines'],
    ['value', 'csv', 'csv ,'],
  ])('takes %j that is said to be %s for %s', (sample, declared, found) => {
    expect(layout(sample, declared)).toBe(found)
  })
})
