import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../lib/errors.ts'
import type { CellValue } from '../parse/row-stream.ts'
import { MappingProfile } from '../profile/mapping-profile.ts'
import { type RowReading, rowReaders } from './row-reader.ts'

const READING: RowReading = {
  ...{ format: 'csv', source: 'till', defaultMetric: null },
  profile: MappingProfile.parse({}),
  hash: (text) => hash('sha256', text, 'hex'),
}
type Given = Partial<Omit<RowReading, 'profile'>> & { profile?: unknown; sheet?: string }

/** Reads one row of a file. */
function read(columns: readonly string[], values: readonly CellValue[], given: Given = {}) {
  const { sheet = null, profile = {}, ...reading } = given
  const readers = rowReaders({ ...READING, ...reading, profile: MappingProfile.parse(profile) })
  return readers.of({ columns, sheet })({ line: 17, values })
}

function eventOf(...row: Parameters<typeof read>) {
  const found = read(...row)
  if (found.kind === 'refused') throw new Error(JSON.stringify(found.faults))
  return found.event
}

function faultsOf(...row: Parameters<typeof read>) {
  const found = read(...row)
  return found.kind === 'refused' ? found.faults : []
}

function failureOf(work: () => unknown): AppError {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing failed')
}

describe('a row', () => {
  it('becomes an event', () => {
    const columns = ['TS', 'Metric', 'value', 'subject', 'Shop', 'note']
    expect(
      eventOf(columns, ['2026-01-31T08:00:00Z', 'sales', '012.50', 'ana', ' North ', '']),
    ).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{32}$/u),
      ...{ source: 'till', metric: 'sales', at: '2026-01-31T08:00:00Z', day: '2026-01-31' },
      ...{ value: '12.5', subject: 'ana', dimensions: { shop: 'North' } },
    })
  })

  it('may be typed, as in JSON and workbooks', () => {
    const columns = ['time', 'value', 'id', 'till', 'open', 'gone']
    const event = eventOf(columns, [1769846400, 12.5, 77, 4, true, null])
    expect(event).toMatchObject({ at: '2026-01-31T08:00:00Z', value: '12.5' })
    expect(event.dimensions).toEqual({ till: '4', open: 'true' })
    expect(event.key).toEqual(eventOf(columns, ['2026-01-31', '1', '77']).key)
  })

  it('is the same event in whatever order its columns stand, and whatever it is worth', () => {
    const one = eventOf(['ts', 'value', 'b', 'a'], ['2026-01-31', '1', 'x', 'y'])
    const other = eventOf(['A', 'B', 'c', 'date', 'qty'], ['y', 'x', '', '2026-01-31T00:00Z', '2'])
    expect(other.key).toEqual(one.key)
  })

  it('is another event with another time, metric, source, subject or dimension', () => {
    const columns = ['ts', 'value', 'metric', 'source', 'subject', 'shop']
    const row = ['2026-01-31', '1', 'sales', 'till', 'ana', 'North']
    const keys = row.map((_, at) => {
      const changed = at === 0 ? '2026-02-01' : '2'
      return eventOf(columns, row.with(at, changed)).key
    })
    const { key } = eventOf(columns, row)
    expect(keys[1]).toBe(key)
    expect(new Set([key, ...keys]).size).toBe(6)
  })

  it('names its own source, else it is of the source of the upload', () => {
    const columns = ['ts', 'value', 'source']
    expect(eventOf(columns, ['2026-01-31', '1', 'other']).source).toBe('other')
    expect(eventOf(columns, ['2026-01-31', '1', ' ']).source).toBe('till')
    expect(eventOf(columns, ['2026-01-31', '1']).source).toBe('till')
  })

  it('has the metric of its column, else that of the request, of the profile, or events_total', () => {
    const row = ['2026-01-31', '1']
    const profile = { defaultMetric: 'of-profile' }
    expect(eventOf(['ts', 'value'], row).metric).toBe('events_total')
    expect(eventOf(['ts', 'value'], row, { profile }).metric).toBe('of-profile')
    const asked = { profile, defaultMetric: 'of-request' }
    expect(eventOf(['ts', 'value'], row, asked).metric).toBe('of-request')
    expect(eventOf(['ts', 'value', 'metric'], [...row, 'own'], asked).metric).toBe('own')
  })

  it('takes a blank id or subject for none', () => {
    const columns = ['ts', 'value', 'id', 'subject']
    const event = eventOf(columns, ['2026-01-31', '1', ' ', ''])
    expect(event.subject).toBeNull()
    expect(event.key).toEqual(eventOf(['ts', 'value'], ['2026-01-31', '2']).key)
  })

  it('keeps a dimension whatever it is called', () => {
    const columns = ['ts', 'value', '__proto__', 'constructor']
    const { dimensions } = eventOf(columns, ['2026-01-31', '1', 'a', 'b'])
    expect(Object.entries(dimensions)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
    expect(JSON.stringify(dimensions)).toBe('{"__proto__":"a","constructor":"b"}')
  })

  it('is read as its profile says', () => {
    const profile = {
      columns: { Fecha: 'time', Importe: 'value', Tienda: 'dimension', Notas: 'ignored' },
      ...{ dateFormat: 'DD/MM/YYYY HH:mm', decimalComma: true, thousandsSeparator: '.' },
      timeZone: 'America/Havana',
    }
    const columns = ['Fecha', 'Importe', 'Tienda', 'Notas']
    expect(
      eventOf(columns, ['31/01/2026 22:00', '1.234,50', 'Sur', 'x'], { profile }),
    ).toMatchObject({
      ...{ at: '2026-02-01T03:00:00Z', day: '2026-01-31', value: '1234.5' },
      dimensions: { tienda: 'Sur' },
    })
  })
})

describe('a refused row', () => {
  it('says of each cell what is wrong with it, and where it stands', () => {
    const columns = ['Fecha', 'metric', 'Value ', 'shop']
    const given = { profile: { columns: { Fecha: 'time' } }, sheet: 'Enero' }
    expect(faultsOf(columns, ['31/01/2026', '', 'n/a', 'x'], { ...given, format: 'xlsx' })).toEqual(
      [
        {
          ...{ line: 17, column: 'Fecha', cell: 'Enero!A17', value: '31/01/2026' },
          ...{ code: 'row.bad-time', reason: 'time-needs-format' },
        },
        {
          ...{ line: 17, column: 'Value ', cell: 'Enero!C17', value: 'n/a' },
          ...{ code: 'row.bad-number', reason: 'number-unknown' },
        },
        {
          ...{ line: 17, column: 'metric', cell: 'Enero!B17', value: '' },
          ...{ code: 'row.bad-metric', reason: 'metric-blank' },
        },
      ],
    )
  })

  it.each<[string, CellValue, string]>([
    ['metric', 'm'.repeat(121), 'row.bad-metric metric-too-long'],
    ['metric', 'a\tb', 'row.bad-metric metric-control-character'],
    ['metric', null, 'row.bad-metric metric-blank'],
    ['source', 's'.repeat(121), 'row.bad-source source-too-long'],
    ['source', 'a\nb', 'row.bad-source source-control-character'],
    ['subject', 'u'.repeat(501), 'row.bad-text text-too-long'],
    ['subject', 'a\0', 'row.bad-text text-not-keepable'],
    ['id', 'a\0', 'row.bad-text text-not-keepable'],
    ['shop', 'a\0', 'row.bad-text text-not-keepable'],
    ['shop', 'a\udc00', 'row.bad-text text-not-keepable'],
    ['', 'x', 'row.too-many-cells too-many-cells'],
  ])('has in its column %j no %j: %s', (column, cell, said) => {
    const faults = faultsOf(['ts', 'value', column], ['2026-01-31', '1', cell])
    expect(faults).toMatchObject([{ column: column === '' ? null : column }])
    expect(faults.map(({ code, reason }) => `${code} ${reason}`)).toEqual([said])
  })

  it('shows two hundred characters of a cell, and what cannot be seen', () => {
    const [fault] = faultsOf(['ts', 'value'], ['2026-01-31', `\0${'é'.repeat(300)}`])
    expect(fault?.value).toBe(`<U+0000>${'é'.repeat(192)}`)
  })

  it('has a cell past the headings, if it holds something', () => {
    expect(eventOf(['ts', 'value', ''], ['2026-01-31', '1', ' ', null, '']).value).toBe('1')
    const given = { sheet: 'Hoja1' }
    expect(faultsOf(['ts', 'value'], ['2026-01-31', '1', '', 'x'], given)).toMatchObject([
      { column: null, cell: 'Hoja1!D17', value: 'x', reason: 'too-many-cells' },
    ])
  })

  it('lacks cells at its end', () => {
    expect(faultsOf(['ts', 'value'], ['2026-01-31'])).toMatchObject([
      { column: 'value', value: '', reason: 'number-blank' },
    ])
  })
})

describe('a table', () => {
  it('needs a time and a value', () => {
    const failure = failureOf(() => read(['when', 'value'], []))
    expect(failure.code).toBe('columns.missing')
    expect(failure.details).toEqual({
      found: ['when', 'value'],
      wanted: ['time (timestamp, time, date, datetime, ts)'],
    })
  })

  it('says on which sheet it lacks them', () => {
    const failure = failureOf(() => read(['a'], [], { format: 'xlsx', sheet: 'Notas' }))
    expect(failure.details).toMatchObject({ sheet: 'Notas' })
  })

  it('must not have two columns for one thing', () => {
    const failure = failureOf(() => read(['date', 'time', 'value'], []))
    expect([failure.code, failure.details]).toEqual([
      'columns.unclear',
      { problem: 'role-twice', about: 'time', columns: ['date', 'time'] },
    ])
  })

  it('may have other columns on another sheet', () => {
    const readers = rowReaders({ ...READING, format: 'xlsx' })
    const first = readers.of({ columns: ['ts', 'value'], sheet: 'a' })
    const second = readers.of({ columns: ['value', 'ts'], sheet: 'b' })

    expect(first({ line: 2, values: ['2026-01-31', 1] }).kind).toBe('event')
    expect(second({ line: 2, values: ['2026-01-31', 1] })).toMatchObject({
      faults: [{ cell: 'b!B2' }, { cell: 'b!A2' }],
    })
    expect(() => readers.of({ columns: ['Notas'], sheet: 'c' })).toThrow(AppError)
  })

  it('finds its columns out once', () => {
    const readers = rowReaders(READING)
    const columns = ['ts', 'value']
    expect(readers.of({ columns, sheet: null })).toBe(readers.of({ columns, sheet: null }))
  })
})

describe('objects', () => {
  const json = { format: 'ndjson' } as const

  it('may each have their own names for a thing, one at a time', () => {
    const columns = ['ts', 'value', 'date', 'Shop', 'shop']
    expect(eventOf(columns, ['2026-01-31', 1, null, 'a'], json)).toMatchObject({
      ...{ day: '2026-01-31', dimensions: { shop: 'a' } },
    })
    expect(eventOf(columns, [null, 1, '2026-02-01', null, 'b'], json)).toMatchObject({
      ...{ day: '2026-02-01', dimensions: { shop: 'b' } },
    })
    expect(faultsOf(columns, ['2026-01-31', 1, '2026-02-01', 'a', 'b'], json)).toMatchObject([
      { column: 'date', value: '2026-02-01', code: 'row.unreadable', reason: 'columns-unclear' },
      { column: 'shop', value: 'b', code: 'row.unreadable', reason: 'columns-unclear' },
    ])
  })

  it('are refused one by one where they lack a thing', () => {
    expect(faultsOf(['value', 'metric'], [1, 'x'], json)).toEqual([
      {
        ...{ line: 17, column: null, cell: null, value: '' },
        ...{ code: 'row.bad-time', reason: 'time-blank' },
      },
    ])
  })

  it('have the usual metric where they leave it out or call it null, and none where it is blank', () => {
    const columns = ['ts', 'value', 'metric']
    expect(eventOf(columns, ['2026-01-31', 1], json).metric).toBe('events_total')
    expect(eventOf(columns, ['2026-01-31', 1, null], json).metric).toBe('events_total')
    expect(faultsOf(columns, ['2026-01-31', 1, ''], json)).toMatchObject([
      { reason: 'metric-blank' },
    ])
  })

  it('must not bring a key that cannot be kept', () => {
    const columns = ['ts', 'value', 'a\0']
    expect(eventOf(columns, ['2026-01-31', 1], json).dimensions).toEqual({})
    expect(faultsOf(columns, ['2026-01-31', 1, 'x'], json)).toMatchObject([
      { column: 'a<U+0000>', reason: 'text-not-keepable' },
    ])
  })

  it('make no file of events where none of them has a time, or none a value', () => {
    const end = (...arrangements: string[][]) => {
      const readers = rowReaders({ ...READING, format: 'json' })
      for (const columns of arrangements) readers.of({ columns, sheet: null })
      return readers.end
    }
    expect(failureOf(end(['value'])).details).toMatchObject({ found: ['value'] })
    expect(failureOf(end(['ts'], ['ts', 'x'])).code).toBe('columns.missing')
    expect(end(['value'], ['value', 'ts'])).not.toThrow()
    expect(end()).not.toThrow()
  })
})
