import { describe, expect, it } from 'vitest'
import { MappingProfile } from '../profile/mapping-profile.ts'
import { missingColumns, readColumns, shownHeadings, unclearColumns } from './columns.ts'

const planOf = (columns: readonly string[], profile: unknown = {}) =>
  readColumns(columns, MappingProfile.parse(profile))
const namesOf = (columns: readonly string[], profile: unknown = {}) =>
  planOf(columns, profile).dimensions.map(({ name }) => name)
const unclearOf = (columns: readonly string[], profile: unknown = {}) =>
  unclearColumns(columns, planOf(columns, profile))
const missingOf = (columns: readonly string[], profile: unknown = {}) =>
  missingColumns(planOf(columns, profile), MappingProfile.parse(profile))

describe('readColumns', () => {
  it.each([
    ['time', ['timestamp', 'time', 'date', 'datetime', 'ts']],
    ['value', ['value', 'amount', 'count', 'qty', 'quantity']],
    ['metric', ['metric', 'name', 'metric_name']],
    ['source', ['source']],
    ['id', ['id']],
    ['subject', ['subject']],
  ] as const)('finds the %s under any of its headings, in any case', (role, headings) => {
    for (const heading of headings) {
      const said = [heading, heading.toUpperCase(), ` ${heading}\t`]
      expect(said.map((each) => planOf(['x', each]).roles[role])).toEqual([[1], [1], [1]])
    }
  })

  it('keeps every other column as a dimension under its folded heading, in one order', () => {
    expect(namesOf(['Zona', 'ts', ' Año ', 'value', 'metric name', '__proto__', '2024'])).toEqual([
      ...['2024', '__proto__', 'año', 'metric name', 'zona'],
    ])
  })

  it('takes letters and their accents for one, however they are put together', () => {
    expect(namesOf(['an\u0303o'])).toEqual(['a\u00f1o'])
    expect(planOf(['Nu\u0301mero'], { columns: { 'N\u00famero': 'value' } }).roles.value).toEqual([
      0,
    ])
  })

  it('lets a profile say what a column is, before its heading does', () => {
    const columns = { FECHA: 'time', name: 'dimension', Notas: 'ignored', id: 'subject' }
    const plan = planOf(['Fecha', 'Importe', 'name', 'notas', 'ID', 'date'], { columns })

    expect(plan.roles).toEqual({ ...NOTHING, time: [0], subject: [4] })
    expect(plan.dimensions.map(({ name }) => name)).toEqual(['date', 'importe', 'name'])
  })

  it('leaves a column without heading, and reasons that come back, out of the dimensions', () => {
    const plan = planOf(['ts', ' ', 'value', '', 'Muster_Reason '])

    expect(plan.dimensions).toEqual([])
    expect(plan.unnamed).toEqual([1, 3])
    expect(plan.isReturned).toBe(true)
  })
})

const NOTHING = { time: [], value: [], metric: [], source: [], id: [], subject: [] }

describe('unclearColumns', () => {
  it('finds two columns that could be one thing', () => {
    expect(unclearOf(['Date', 'time', 'value'])).toEqual({
      ...{ problem: 'role-twice', about: 'time', columns: ['Date', 'time'] },
    })
    expect(unclearOf(['ts', 'value', 'Amount', 'qty'])).toMatchObject({ about: 'value' })
    expect(unclearOf(['ts', 'value', 'id', 'ID'])).toMatchObject({ about: 'id' })
  })

  it('finds none where the profile says which one it is', () => {
    const columns = { date: 'time' }
    expect(unclearOf(['Date', 'time', 'value'], { columns })).toBeNull()
  })

  it('finds two dimensions of one name, but for those that are ignored', () => {
    expect(unclearOf(['ts', 'value', 'Shop', 'SHOP ', 'x'])).toEqual({
      ...{ problem: 'heading-twice', about: 'shop', columns: ['Shop', 'SHOP '] },
    })
    expect(unclearOf(['ts', 'value', 'Shop', 'SHOP '], { columns: { shop: 'ignored' } })).toBeNull()
  })

  it('finds headings that cannot be kept', () => {
    expect(unclearOf(['ts', 'value', 'a\0b'])).toEqual({
      ...{ problem: 'heading-unreadable', about: 'a<U+0000>b' },
      columns: ['ts', 'value', 'a<U+0000>b'],
    })
    expect(unclearOf(['ts', 'value', 'a\ud800'])?.problem).toBe('heading-unreadable')
  })

  it('does not mind several columns without a heading', () => {
    expect(unclearOf(['ts', 'value', '', ''])).toBeNull()
  })
})

describe('missingColumns', () => {
  it('wants a time and a value, and says by which headings they are known', () => {
    expect(missingOf(['when', 'how much'])).toEqual([
      'time (timestamp, time, date, datetime, ts)',
      'value (value, amount, count, qty, quantity)',
    ])
    expect(missingOf(['ts', 'value'])).toEqual([])
  })

  it('wants what the profile names, by the name it has there', () => {
    const columns = { Fecha: 'time', Usuario: 'subject', Notas: 'ignored', Tienda: 'dimension' }
    expect(missingOf(['date', 'value'], { columns })).toEqual(['Fecha', 'Usuario'])
  })
})

describe('shownHeadings', () => {
  it('shows the first fifty', () => {
    const many = Array.from({ length: 51 }, (_, at) => `c${at}`)
    expect(shownHeadings(many)).toEqual([...many.slice(0, 50), '…'])
    expect(shownHeadings(many.slice(1))).toEqual(many.slice(1))
  })
})
