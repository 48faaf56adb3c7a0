import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn } from '../../lib/day.ts'
import type { CellValue } from '../parse/row-stream.ts'
import { parseDateFormat } from '../profile/date-format.ts'
import { timeReader } from './time.ts'

const readAs = (zone: string, format: string | null = null) => {
  const read = timeReader({ zone, format: format === null ? null : parseDateFormat(format) })
  return (cell: CellValue | undefined) => {
    const time = read(cell)
    return time.kind === 'read' ? [time.at, time.day] : time.reason
  }
}
const inUtc = readAs('UTC')
const inHavana = readAs('America/Havana')

describe('a time with an offset', () => {
  it.each([
    ['2026-01-31T08:00:00Z', '2026-01-31T08:00:00Z', '2026-01-31'],
    ['2026-01-31T08:00Z', '2026-01-31T08:00:00Z', '2026-01-31'],
    ['2026-01-31t08:00:00z', '2026-01-31T08:00:00Z', '2026-01-31'],
    ['2026-01-31 08:00:00+00', '2026-01-31T08:00:00Z', '2026-01-31'],
    ['2026-01-31T08:00:00-00:00', '2026-01-31T08:00:00Z', '2026-01-31'],
    ['2026-01-31T03:00:00-05:00', '2026-01-31T08:00:00Z', '2026-01-31'],
    ['2026-01-31T13:30:00+0530', '2026-01-31T08:00:00Z', '2026-01-31'],
    ['2026-02-01T01:00:00+14:00', '2026-01-31T11:00:00Z', '2026-01-31'],
    ['2026-01-31T08:00:00.500Z', '2026-01-31T08:00:00.5Z', '2026-01-31'],
    ['2026-01-31T08:00:00,123456Z', '2026-01-31T08:00:00.123456Z', '2026-01-31'],
    ['2026-01-31T08:00:00.000Z', '2026-01-31T08:00:00Z', '2026-01-31'],
    ['2026-01-31T08:00:00.0000009Z', '2026-01-31T08:00:00Z', '2026-01-31'],
    [' 2026-01-31T08:00:00Z ', '2026-01-31T08:00:00Z', '2026-01-31'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59Z', '2024-02-29'],
    ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00Z', '1900-01-01'],
    ['2299-12-31T23:59:59Z', '2299-12-31T23:59:59Z', '2299-12-31'],
  ])('%s is the instant %s', (text, at, day) => {
    expect(inUtc(text)).toEqual([at, day])
  })

  it('is of the day that it is at its source', () => {
    expect(inHavana('2026-02-01T03:00:00Z')).toEqual(['2026-02-01T03:00:00Z', '2026-01-31'])
    expect(inHavana('2026-02-01T05:00:00Z')).toEqual(['2026-02-01T05:00:00Z', '2026-02-01'])
  })
})

describe('a time without an offset', () => {
  it('is of UTC unless its source has a zone', () => {
    expect(inUtc('2026-01-31T20:00:00')).toEqual(['2026-01-31T20:00:00Z', '2026-01-31'])
    expect(inHavana('2026-01-31T20:00:00')).toEqual(['2026-02-01T01:00:00Z', '2026-01-31'])
    expect(inHavana('2026-07-31 20:00')).toEqual(['2026-08-01T00:00:00Z', '2026-07-31'])
  })

  it('is the midnight of its zone where it is a date alone', () => {
    expect(inUtc('2026-01-31')).toEqual(['2026-01-31T00:00:00Z', '2026-01-31'])
    expect(inHavana('2026-01-31')).toEqual(['2026-01-31T05:00:00Z', '2026-01-31'])
  })

  it('is the first of the two instants when clocks are set back', () => {
    const inMadrid = readAs('Europe/Madrid')
    expect(inMadrid('2026-10-25T02:30:00')).toEqual(['2026-10-25T00:30:00Z', '2026-10-25'])
    expect(inMadrid('2026-10-25T03:00:00')).toEqual(['2026-10-25T02:00:00Z', '2026-10-25'])
    const inSaoPaulo = readAs('America/Sao_Paulo') // midnight was 23:00 of the day before
    expect(inSaoPaulo('2018-02-17T23:30:00')).toEqual(['2018-02-18T01:30:00Z', '2018-02-17'])
  })

  it('is as much later as clocks are set forward, when they skip it', () => {
    const inMadrid = readAs('Europe/Madrid')
    expect(inMadrid('2026-03-29T02:30:00')).toEqual(['2026-03-29T01:30:00Z', '2026-03-29'])
    expect(inMadrid('2026-03-29T03:30:00')).toEqual(['2026-03-29T01:30:00Z', '2026-03-29'])
    expect(readAs('Australia/Lord_Howe')('2026-10-04T02:10:00')).toEqual([
      '2026-10-03T15:40:00Z',
      '2026-10-04',
    ])
  })

  it('is the first instant of a day that has no midnight', () => {
    expect(inHavana('2026-03-08')).toEqual(['2026-03-08T05:00:00Z', '2026-03-08'])
  })

  it('is of the day after, where a zone left a whole day out', () => {
    const inApia = readAs('Pacific/Apia') // went from the 29th to the 31st
    expect(inApia('2011-12-30')).toEqual(['2011-12-30T10:00:00Z', '2011-12-31'])
  })

  it('goes by clocks as they were, to the second', () => {
    expect(inHavana('1920-06-01T12:00:00')).toEqual(['1920-06-01T17:29:36Z', '1920-06-01'])
  })
})

describe('a count since 1970', () => {
  it.each<[CellValue, string]>([
    ['1769846400', '2026-01-31T08:00:00Z'],
    [1769846400, '2026-01-31T08:00:00Z'],
    ['1769846400.25', '2026-01-31T08:00:00.25Z'],
    ['1769846400123', '2026-01-31T08:00:00.123Z'],
    [1769846400123, '2026-01-31T08:00:00.123Z'],
    ['1769846400123456', '2026-01-31T08:00:00.123456Z'],
    ['1769846400123.4567', '2026-01-31T08:00:00.123456Z'],
    ['946684800', '2000-01-01T00:00:00Z'],
    ['946684800000', '2000-01-01T00:00:00Z'],
    ['946684800000000', '2000-01-01T00:00:00Z'],
    ['100000000', '1973-03-03T09:46:40Z'],
    ['9999999999', '2286-11-20T17:46:39Z'],
  ])('%s is %s', (cell, at) => {
    expect(inUtc(cell)).toEqual([at, at.slice(0, 10)])
  })

  it.each<[CellValue]>([
    ['2024'],
    [2024],
    ['20240131'],
    [20240131],
    ['202401310830'],
    ['20240131083000'],
    ['46053.3333'],
    [46053],
    ['0'],
    ['99999999'],
    ['17698464001'],
    ['1769846400123456789'],
  ])('is not %j', (cell) => {
    expect(inUtc(cell)).toBe('time-not-epoch')
  })
})

describe('what is no time', () => {
  it.each<[CellValue | undefined, string]>([
    ['', 'time-blank'],
    ['   ', 'time-blank'],
    [null, 'time-blank'],
    [undefined, 'time-blank'],
    ['now', 'time-unknown'],
    ['today', 'time-unknown'],
    ['12:30', 'time-unknown'],
    ['08:00:00', 'time-unknown'],
    ['2024-01', 'time-unknown'],
    ['-5', 'time-unknown'],
    [-1769846400, 'time-unknown'],
    ['1.7698464E+09', 'time-unknown'],
    [true, 'time-unknown'],
    ['2026-W05-6', 'time-unknown'],
    ['20260131T080000Z', 'time-unknown'],
    ['2026-01-31T08', 'time-unknown'],
    ['2026-01-31T08:00:00.Z', 'time-unknown'],
    ['2026-01-31T08:00:00 UTC', 'time-unknown'],
    ['2026-01-31T08:00:00+5', 'time-unknown'],
    ['2026-01-31T08:00:00Z and on', 'time-unknown'],
    ['2026-01-31T8:00', 'time-unknown'],
    ['٢٠٢٦-٠١-٣١', 'time-unknown'],
    ['2026-01-31'.padEnd(100, '0'), 'time-unknown'],
    ['31/01/2026', 'time-needs-format'],
    ['1/2/26', 'time-needs-format'],
    ['01/31/2026 08:00', 'time-needs-format'],
    ['31.01.2026', 'time-needs-format'],
    ['31-01-2026', 'time-needs-format'],
    ['2026/01/31', 'time-needs-format'],
    ['2026-1-31', 'time-needs-format'],
    ['2026-02-30', 'time-not-in-calendar'],
    ['2025-02-29', 'time-not-in-calendar'],
    ['1900-02-29', 'time-not-in-calendar'],
    ['2026-13-01', 'time-not-in-calendar'],
    ['2026-00-10', 'time-not-in-calendar'],
    ['2026-01-00', 'time-not-in-calendar'],
    ['2026-01-31T24:00:00', 'time-not-in-calendar'],
    ['2026-01-31T08:60:00', 'time-not-in-calendar'],
    ['2016-12-31T23:59:60Z', 'time-not-in-calendar'],
    ['2026-01-31T08:00:00+19:00', 'time-not-in-calendar'],
    ['2026-01-31T08:00:00+05:60', 'time-not-in-calendar'],
    ['0001-01-01T00:00:00Z', 'time-out-of-range'],
    ['1899-12-31', 'time-out-of-range'],
    ['9999-12-31', 'time-out-of-range'],
  ])('is %j: %s', (cell, reason) => {
    expect(inUtc(cell)).toBe(reason)
  })
})

describe('a date in the format of a profile', () => {
  it.each([
    ['DD/MM/YYYY', '01/02/2026', '2026-02-01T00:00:00Z'],
    ['MM/DD/YYYY', '01/02/2026', '2026-01-02T00:00:00Z'],
    ['D/M/YYYY H:mm', '1/2/2026 8:05', '2026-02-01T08:05:00Z'],
    ['D/M/YYYY H:mm', '11/12/2026 18:05', '2026-12-11T18:05:00Z'],
    ['DD/MM/YYYY HH:mm:ss', '31/01/2026 08:05:09', '2026-01-31T08:05:09Z'],
    ['DD.MM.YYYY HH:mm:ss.SSS', '31.01.2026 08:05:09.250', '2026-01-31T08:05:09.25Z'],
    ['DD/MM/YY', '31/01/68', '2068-01-31T00:00:00Z'],
    ['DD/MM/YY', '31/01/69', '1969-01-31T00:00:00Z'],
    ['DD/MM/YYYY hh:mm A', '31/01/2026 12:05 AM', '2026-01-31T00:05:00Z'],
    ['DD/MM/YYYY hh:mm A', '31/01/2026 12:05 pm', '2026-01-31T12:05:00Z'],
    ['D/M/YYYY h:mm:ss A', '31/1/2026 8:05:00\u202fp.\u00a0m.', '2026-01-31T20:05:00Z'],
    ['YYYYMMDD', '20260131', '2026-01-31T00:00:00Z'],
    ['YYYYMMDDHHmm', '202601310805', '2026-01-31T08:05:00Z'],
  ])('%s reads %s as %s', (format, text, at) => {
    expect(readAs('UTC', format)(text)).toEqual([at, at.slice(0, 10)])
  })

  it('is what the clock of its zone shows', () => {
    expect(readAs('America/Havana', 'DD/MM/YYYY HH:mm')('31/01/2026 20:00')).toEqual([
      '2026-02-01T01:00:00Z',
      '2026-01-31',
    ])
  })

  it.each([
    ['DD/MM/YYYY', '31/02/2026', 'time-not-in-calendar'],
    ['DD/MM/YYYY', '01/13/2026', 'time-not-in-calendar'],
    ['DD/MM/YYYY hh:mm A', '31/01/2026 13:05 PM', 'time-not-in-calendar'],
    ['DD/MM/YYYY hh:mm A', '31/01/2026 00:05 AM', 'time-not-in-calendar'],
    ['DD/MM/YYYY', '1/2/2026', 'time-not-in-format'],
    ['DD/MM/YYYY', '31.01.2026', 'time-not-in-format'],
    ['DD/MM/YYYY', '31/01/2026 08:00', 'time-not-in-format'],
    ['DD/MM/YYYY', 'now', 'time-unknown'],
    ['DD/MM/YYYY', '2024', 'time-not-epoch'],
  ])('%s refuses %s: %s', (format, text, reason) => {
    expect(readAs('UTC', format)(text)).toBe(reason)
  })

  it('leaves ISO 8601 and counts since 1970 as they are', () => {
    const read = readAs('UTC', 'DD/MM/YYYY')
    expect(read('2026-01-31T08:00:00Z')).toEqual(['2026-01-31T08:00:00Z', '2026-01-31'])
    expect(read(1769846400)).toEqual(['2026-01-31T08:00:00Z', '2026-01-31'])
  })

  it('never reads a text of its form in another way', () => {
    const read = readAs('UTC', 'YYYY-DD-MM')
    expect(read('2026-02-01')).toEqual(['2026-01-02T00:00:00Z', '2026-01-02'])
    expect(read('2026-01-31')).toBe('time-not-in-calendar')
  })
})

describe('timeReader', () => {
  const zone = fc.constantFrom(
    ...['UTC', 'America/Havana', 'Europe/Madrid', 'Asia/Kathmandu', 'Pacific/Apia'],
  )
  const instant = fc.date({
    ...{ min: new Date('1973-03-04T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z') },
    noInvalidDate: true,
  })
  const readers = new Map<string, ReturnType<typeof readAs>>()
  const readIn = (name: string) => {
    const known = readers.get(name) ?? readAs(name)
    readers.set(name, known)
    return known
  }

  it('reads back what it wrote, and says the day that Intl says', () => {
    fc.assert(
      fc.property(zone, instant, (name, date) => {
        const read = readIn(name)
        const at = date.toISOString().replace(/\.?0*Z$/u, 'Z')

        expect(read(date.toISOString())).toEqual([at, dayIn(name, date)])
        expect(read(at)).toEqual(read(date.toISOString()))
      }),
      { numRuns: 2_000 },
    )
  })

  it('knows one instant in all its forms', () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: -18, max: 18 }), (name, date, hours) => {
        const read = readIn(name)
        const ms = date.getTime()
        const shifted = new Date(ms + hours * 3_600_000).toISOString().slice(0, -1)
        const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`
        const forms = [`${shifted}${offset}`, String(ms), ms, `${ms}000`, (ms / 1_000).toFixed(3)]

        expect(forms.map(read)).toEqual(forms.map(() => read(date.toISOString())))
      }),
      { numRuns: 2_000 },
    )
  })
})
