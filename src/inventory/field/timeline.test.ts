import { describe, expect, it } from 'vitest'
import type { KeptVersion } from './queries.ts'
import { timelineOf } from './timeline.ts'

function version(
  from: string,
  said: Partial<KeptVersion['said']> = {},
  wasAway = false,
): KeptVersion {
  const plain = {
    ...{ displayName: 'desk', hostname: null, class: 'workstation', classRule: 'role' },
    ...{ isSpare: false, isBillable: true, site: 'Norte', location: null, role: null, uuid: null },
    ...{ operatingSystem: null, manufacturer: null, model: null, serial: null, macs: [] },
    inventoryNumber: null,
  } as unknown as KeptVersion['said']
  return { recordId: 1, from, wasAway, said: { ...plain, ...said } }
}

describe('timelineOf', () => {
  it('tells what a record said anew on each day, the newest first', () => {
    const versions = [
      version('2026-03-04', { displayName: 'front', isSpare: true }),
      version('2026-03-01'),
    ]

    expect(timelineOf([{ ref: 'ninjaone:1', versions }])).toEqual([
      {
        ...{ day: '2026-03-04', ref: 'ninjaone:1', kind: 'changed' },
        changes: [
          { field: 'displayName', before: 'desk', after: 'front' },
          { field: 'spare', before: false, after: true },
        ],
      },
      { day: '2026-03-01', ref: 'ninjaone:1', kind: 'first', changes: [] },
    ])
  })

  it('tells that a record was away and came back, though it says the same', () => {
    const versions = [version('2026-03-04', {}, true), version('2026-03-01')]

    expect(timelineOf([{ ref: 'ninjaone:1', versions }]).map(({ kind }) => kind)).toEqual([
      ...['returned', 'first'],
    ])
  })

  it('is silent where nothing that is told has changed', () => {
    const versions = [version('2026-03-04'), version('2026-03-01')]

    expect(timelineOf([{ ref: 'ninjaone:1', versions }])).toHaveLength(1)
  })
})
