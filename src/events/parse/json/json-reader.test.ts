import { describe, expect, it } from 'vitest'
import { readEvents, readingFault } from '../../../../test/support/read-events.ts'
import { DEFAULT_EVENT_FILE_LIMITS } from '../event-file-limits.ts'

const read = (text: string, name = 'days') => readEvents(Buffer.from(text), { name })
const fault = (text: string, name = 'days') => readingFault(Buffer.from(text), { name })

describe('JSON of any layout', () => {
  it.each([
    ['an object', '{"time":"2026-01-31","value":5}', 'json'],
    ['a list', '[{"time":"2026-01-31","value":5}]', 'json'],
    ['a list in an object', '{"count":1,"events":[{"time":"2026-01-31","value":5}]}', 'json'],
    ['an object over lines', '{\n  "time": "2026-01-31",\n  "value": 5\n}\n', 'json'],
    ['a line said to be one', '{"time":"2026-01-31","value":5}', 'ndjson'],
  ])('is read: %s', async (_, text, format) => {
    const { nature, rows, lines } = await read(text, format === 'ndjson' ? 'days.ndjson' : 'days')

    expect({ rows, lines }).toEqual({ rows: [{ time: '2026-01-31', value: 5 }], lines: [1] })
    expect(nature).toMatchObject({ format, encoding: 'utf-8', delimiter: null, isGzip: false })
  })

  it.each([
    ['a list', '[{"a":1},\n\n{"a":2}]', [1, 2]],
    ['objects one after another', '{"a":1}{"a":2}', [1, 2]],
    ['objects over lines', '{\n"a":1}\n{\n"a":2}', [1, 2]],
    ['lines', '{"a":1}\r\n\r\n{"a":2}\r\n', [1, 3]],
  ])('tells where a row of %s stands', async (_, text, lines) => {
    expect((await read(text)).lines).toEqual(lines)
  })

  it('keeps the types of values, and all digits of a number', async () => {
    const text =
      '[{"id":12345678901234567890,"n":0.1,"m":1.0,"p":3.14159265358979323846,"b":true,"x":null,"s":"007"}]'

    expect((await read(text)).rows).toEqual([
      {
        ...{ id: '12345678901234567890', n: 0.1, m: 1, p: '3.14159265358979323846' },
        ...{ b: true, x: null, s: '007' },
      },
    ])
  })

  it('makes columns of an object within an event', async () => {
    const { batches } = await read('[{"time":1,"tags":{"region":"eu"," host ":"a"}}]')

    expect(batches).toMatchObject([
      { columns: ['time', 'tags.region', 'tags. host'], rows: [{ values: [1, 'eu', 'a'] }] },
    ])
  })

  it('gives a batch the columns of all its objects, in the order in which they came', async () => {
    const { batches } = await read('[{"b":1,"a":2},{"c":3},{"a":4," c ":5},{"b":6}]')

    expect(batches).toHaveLength(1)
    expect(batches[0]?.columns).toEqual(['b', 'a', 'c'])
    expect(batches[0]?.rows.map(({ values }) => values)).toEqual([
      [1, 2],
      [null, null, 3],
      [null, 4, 5],
      [6],
    ])
  })

  it('starts the columns of a later batch as those of the one before', async () => {
    const many = Array.from({ length: 1000 }, () => '{"a":1}')
    const { batches } = await read(`[${many.join()},{"b":2}]`)

    expect(batches.map(({ columns, rows }) => [columns, rows.length])).toEqual([
      [['a'], 1000],
      [['a', 'b'], 1],
    ])
  })

  it('takes keys that JavaScript has a meaning for as any other', async () => {
    const { batches } = await read('[{"__proto__":1,"constructor":2,"toString":{"__proto__":3}}]')

    expect(batches).toMatchObject([
      {
        columns: ['__proto__', 'constructor', 'toString.__proto__'],
        rows: [{ values: [1, 2, 3] }],
      },
    ])
  })

  it('holds no rows where a list has none', async () => {
    expect((await read('[]')).batches).toEqual([])
  })
})

describe('an item that is no event', () => {
  it.each([
    ['7', 'no-object'],
    ['"text"', 'no-object'],
    ['null', 'no-object'],
    ['[1]', 'no-object'],
    ['{"a":[1]}', 'nested-too-deep'],
    ['{"a":{"b":{"c":1}}}', 'nested-too-deep'],
    ['{"a":{"b":[]}}', 'nested-too-deep'],
    ['{"a.b":1,"a":{"b":2}}', 'key-twice'],
    ['{"a":1," a":2}', 'key-twice'],
  ])('costs only itself: %s', async (item, reason) => {
    const { rows, faults } = await read(`[{"a":1},${item},{"a":3}]`)

    expect(rows).toEqual([{ a: 1 }, { a: 3 }])
    expect(faults).toEqual([`2 row.unreadable ${reason}: ${item}`])
  })

  it('costs only its line where each has one', async () => {
    const { rows, faults } = await read('{"a":1}\n{"a":\n{"a":3}\n{"a":4}{"a":5}\n7\n')

    expect(rows).toEqual([{ a: 1 }, { a: 3 }])
    expect(faults).toEqual([
      '2 row.unreadable json-broken: {"a":',
      '4 row.unreadable json-broken: {"a":4}{"a":5}',
      '5 row.unreadable no-object: 7',
    ])
  })

  it('is told by its first 200 characters', async () => {
    const { batches } = await read(`[{"a":["${'😀'.repeat(500)}"]}]`)

    expect([...(batches[0]?.faults[0]?.raw ?? '')]).toHaveLength(200)
    expect(batches[0]?.faults[0]?.raw).toMatch(/^\{"a":\["(?:😀)+$/u)
  })
})

describe('a text that is JSON no longer', () => {
  it.each([
    ['[{"a":1},{"a":tru},{"a":3}]', 'item: 2', 'json-broken'],
    ['[{"a":1},{"a":"x', 'item: 2', 'ends-early'],
    ['[{"a":1}] x', 'item: 2', 'foreign-bytes'],
    ['[{"a":1}', 'item: 2', 'ends-early'],
    ['{"a":1', 'item: 1', 'ends-early'],
    ['{"a":1},{"a":2}', 'item: 2', 'json-broken'],
    ['{"a":1}\n{"a":2}\n{"a"', 'line: 3', 'ends-early'],
    ['{"a":[{"b":1}],"c":[{"d":1}]}', 'item: 2', 'several-event-lists'],
  ])('is refused with its place: %s', async (text, place, reason) => {
    const details = JSON.stringify({ file: 'days', place, reason })

    expect(await fault(text)).toBe(`file.corrupt ${details}`)
  })
})

describe('an item that is too long', () => {
  const limits = { ...DEFAULT_EVENT_FILE_LIMITS, cellCharacters: 100, rowCharacters: 1000 }
  const long = `{"a":"${'x'.repeat(101)}"}`
  const wide = `{"a":[${'1,'.repeat(500)}1]}`

  it.each([
    [`[{"a":1},${long}]`, 'cell-characters', 'item: 2'],
    [`{"a":1}\n${long}\n`, 'cell-characters', 'line: 2'],
    [`{"a":{"b":1}}{"${'k'.repeat(101)}":1}`, 'cell-characters', 'item: 2'],
    [`[{"a":1},${wide}]`, 'row-characters', 'item: 2'],
    [`{"a":1}\n\n${wide}\n`, 'row-characters', 'line: 3'],
    [`{"a":1} ${wide}`, 'row-characters', 'item: 2'],
  ])('ends the reading: %.30s', async (text, what, place) => {
    const limit = what === 'cell-characters' ? 100 : 1000
    const details = JSON.stringify({ file: 'days', what, limit, place })

    expect(await readingFault(Buffer.from(text), { limits })).toBe(`file.too-large ${details}`)
  })

  it('ends the reading where objects have more different keys than there may be columns', async () => {
    const items = Array.from({ length: 1001 }, (_, at) => `{"k${at}":1}`)

    expect(await fault(`[${items.join()}]`)).toContain(
      '"what":"columns","limit":1000,"place":"item: 1001"',
    )
  })
})
