import { describe, expect, it } from 'vitest'
import type { Bridge } from '../../inventory/compare/bridge.ts'
import type { MachineChange } from '../../inventory/compare/machine-change.ts'
import { type ComparedDays, compareLines } from './compare-lines.ts'

const CHANGE: MachineChange = {
  kind: 'renamed',
  day: '2026-11-03',
  recordId: 1,
  source: 'ninjaone',
  nativeKey: '501',
  name: 'New name',
  siteBefore: 'Alder',
  siteAfter: 'Alder',
  before: 'Old name',
  after: 'New name',
}
const STILL: Bridge = {
  ...{ start: 5, added: 0, removed: 0, movedIn: 0, movedOut: 0 },
  ...{ reclassifiedIn: 0, reclassifiedOut: 0, end: 5 },
}
const DAYS: ComparedDays = {
  first: '2026-11-01',
  last: '2026-11-20',
  isSwapped: false,
  restsOn: {
    first: [{ source: 'ninjaone', day: '2026-10-31' }],
    last: [{ source: 'ninjaone', day: '2026-11-20' }],
  },
  changes: [],
  bridges: [
    { scope: { kind: 'all' }, measure: 'total', bridge: STILL },
    { scope: { kind: 'site', site: 'Alder' }, measure: 'total', bridge: STILL },
  ],
}
const changeLine = (changed: Partial<MachineChange>, language: 'en' | 'es' = 'en') =>
  compareLines({ ...DAYS, changes: [{ ...CHANGE, ...changed }] }, language).slice(5, 7)

describe('compareLines', () => {
  it('say what each day rests on, and that nothing changed', () => {
    expect(compareLines(DAYS, 'en')).toEqual([
      'From 2026-11-01',
      '  NinjaOne as of 2026-10-31; not collected since',
      'to 2026-11-20',
      '  NinjaOne as of 2026-11-20',
      '',
      'Nothing changed.',
      '',
      '                     START  NEW  GONE  MOVED IN  MOVED OUT  BECAME SO  NO LONGER SO  END',
      '(all sites)  Listed      5    0     0         0          0          0             0    5',
      'Left out: figures of sites that nothing changed (1); --json has them all.',
    ])
  })

  it('say so when the later day was named first', () => {
    const [said, next] = compareLines({ ...DAYS, isSwapped: true }, 'en')

    expect(said).toMatch(/^2026-11-20 was named first; .* from 2026-11-01 to 2026-11-20/u)
    expect(next).toBe('From 2026-11-01')
  })

  it.each<[string, Partial<MachineChange>, string]>([
    ['Renamed: 1', {}, 'Alder  Old name -> New name'],
    ['New: 1', { kind: 'added', siteBefore: null, before: null }, 'Alder'],
    ['Gone: 1', { kind: 'removed', siteAfter: null, after: null }, 'Alder'],
    ['Moved to another site: 1', { kind: 'moved', siteAfter: null }, 'Alder -> (at no site)'],
    [
      'Moved to another location: 1',
      { kind: 'relocated', before: null, after: 'Hall' },
      'Alder  (nothing) -> Hall',
    ],
    [
      'Of another class: 1',
      { kind: 'reclassified', before: 'server', after: 'other' },
      'Alder  server -> other',
    ],
    [
      'In use again: 1',
      { kind: 'left-spare', before: 'spare', after: 'in-use' },
      'Alder  spare -> in use',
    ],
    [
      'Billed, or billed no more: 1',
      { kind: 'billing-changed', before: 'billable', after: 'not-billable' },
      'Alder  billed -> not billed',
    ],
  ])('tell under "%s" the machine, the day and what it was', (title, changed, told) => {
    expect(changeLine(changed)).toEqual([title, `  2026-11-03  ninjaone:501  New name  ${told}`])
  })

  it('say what a change was in the words of the language', () => {
    const changed = { kind: 'became-spare', before: 'in-use', after: 'spare' } as const

    expect(changeLine(changed, 'es')).toEqual([
      'Pasaron a repuesto: 1',
      '  2026-11-03  ninjaone:501  New name  Alder  en uso -> repuesto',
    ])
  })

  it('show twenty of a kind, and how many more there are', () => {
    const changes = Array.from({ length: 23 }, (_, at) => ({ ...CHANGE, nativeKey: `${at}` }))
    const lines = compareLines({ ...DAYS, changes }, 'en')

    expect(lines.filter((line) => line.includes('ninjaone:'))).toHaveLength(20)
    expect(lines).toContain('  and 3 more; --json and --out FILE have them all')
  })

  it('draw the bridges of sites that something changed, with their signs', () => {
    const bridge = { ...STILL, added: 3, removed: -1, movedOut: -2, end: 5 }
    const site = { scope: { kind: 'site', site: null }, measure: 'servers', bridge } as const
    const lines = compareLines({ ...DAYS, bridges: [...DAYS.bridges, site] }, 'es')

    expect(lines.at(-2)?.split(/ {2,}/u)).toEqual([
      ...['(sin sitio)', 'Servidores', '5', '+3', '-1', '0', '-2', '0', '0', '5'],
    ])
  })
})
