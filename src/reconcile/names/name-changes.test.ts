import { describe, expect, it } from 'vitest'
import type { MachineRecord } from '../../inventory/machine/machine.ts'
import { byPlaceAndName, nameOutcome, type PlannedName } from './name-changes.ts'

const LOOK = {
  ...{ day: '2026-11-20', rmm: ['ninjaone', 'helpdesk'], edr: ['threatlocker', 'shield'] },
  ...{ target: 'threatlocker', written: new Set(['written']) },
}

function record(source: string, given: Partial<MachineRecord> = {}): MachineRecord {
  return {
    ...{ recordId: 1, source, nativeKey: `${source}-1`, site: { id: 3, name: 'Alder' } },
    organisation: { key: 'org-7', name: 'ALDER & BIRCH' },
    ...{ location: null, displayName: null, hostname: 'ALB-1', serial: 'S1', nodeClass: null },
    ...{ role: null, tags: [], class: 'workstation', isSpare: false, isBillable: true },
    ...{ since: '2026-11-01', lastContact: null, lost: null },
    ...given,
  }
}

const rmm = (displayName: string | null, given: Partial<MachineRecord> = {}) =>
  record('ninjaone', { displayName, ...given })
const edr = (displayName: string | null, given: Partial<MachineRecord> = {}) =>
  record('threatlocker', { displayName, ...given })
const outcomeOf = (...records: MachineRecord[]) => nameOutcome({ deviceId: 17, records }, LOOK)

describe('nameOutcome', () => {
  it('gives the computer the trimmed name of remote management, with what decided it', () => {
    expect(outcomeOf(rmm(' Front desk '), edr('ALB-1 | Sam'))).toEqual({
      kind: 'planned',
      change: {
        ...{ recordKey: 'threatlocker-1', from: 'ALB-1 | Sam', to: 'Front desk' },
        ...{ inventoryNumber: null, organisation: 'org-7', building: null, municipality: null },
        machine: {
          ...{ hostname: 'ALB-1', serial: 'S1', uuid: null, deviceId: null, lastContact: null },
        },
        evidence: {
          ...{ kind: 'names', day: '2026-11-20', device: 17 },
          rmm: {
            ...{ source: 'ninjaone', nativeKey: 'ninjaone-1', displayName: ' Front desk ' },
            ...{ organisation: 'ALDER & BIRCH', site: 'Alder', since: '2026-11-01' },
          },
          edr: {
            ...{ source: 'threatlocker', nativeKey: 'threatlocker-1', displayName: 'ALB-1 | Sam' },
            ...{ organisation: 'ALDER & BIRCH', site: 'Alder', since: '2026-11-01' },
          },
        },
      },
    })
  })

  it('takes one name that remote management gives twice', () => {
    const twice = [rmm('Front'), rmm('Front ', { source: 'helpdesk' })]

    expect(outcomeOf(...twice, edr('Old')).kind).toBe('planned')
  })

  const ambiguous = { recordId: 9, rule: 'serial', reason: { kind: 'ambiguous' } } as const
  const crowd = { recordId: 9, rule: 'mac', reason: { kind: 'shared-by-many' } } as const
  it.each([
    ['not-on-both-sides', [rmm('Front')]],
    ['not-on-both-sides', [edr('Old')]],
    ['not-on-both-sides', [record('ocs', { displayName: 'Front' }), edr('Old')]],
    ['several-rmm-names', [rmm('Front'), rmm('Back', { recordId: 2 }), edr('Old')]],
    ['several-rmm-names', [rmm('Front'), rmm('front', { source: 'helpdesk' }), edr('Old')]],
    ['several-rmm-names', [rmm('Front'), rmm(null, { source: 'helpdesk' }), edr('Old')]],
    ['several-edr-records', [rmm('Front'), edr('Old'), edr('Old', { nativeKey: 'again' })]],
    ['several-edr-records', [rmm('Front'), record('shield', { displayName: 'Old' })]],
    ['ambiguous', [rmm('Front', { lost: ambiguous }), edr('Old')]],
    ['ambiguous', [rmm('Front'), edr('Old', { lost: ambiguous })]],
    ['planned', [rmm('Front', { lost: crowd }), edr('Old')]],
    ['name-blank', [rmm(' '), edr('Old')]],
    ['name-too-long', [rmm('x'.repeat(256)), edr('Old')]],
    ['planned', [rmm('x'.repeat(255)), edr('Old')]],
    ['name-control-character', [rmm('a\tb'), edr('Old')]],
    ['name-control-character', [rmm('a\u200bb'), edr('Old')]],
    ['names-agree', [rmm('Front'), edr(' FRONT ')]],
    ['old-name-unwritable', [rmm('Front'), edr(null)]],
    ['old-name-unwritable', [rmm('Front'), edr(' ')]],
    ['old-name-unwritable', [rmm('Front'), edr('a\u200bb')]],
    ['old-name-unwritable', [rmm('Front'), edr('x'.repeat(256))]],
    ['planned', [rmm('Front'), edr('x'.repeat(255))]],
    ['written-since', [rmm('Front'), edr('Old', { nativeKey: 'written' })]],
    ['organisation-unknown', [rmm('Front'), edr('Old', { organisation: null })]],
  ])('calls it %s', (kind, records) => {
    expect(outcomeOf(...records).kind).toBe(kind)
  })
})

it('orders names by site, organisation and the name to be, those of no site last', () => {
  const change = (site: string | null, to: string) => {
    const outcome = outcomeOf(rmm(to), edr('Old', { site: site ? { id: 1, name: site } : null }))
    return outcome.kind === 'planned' ? [outcome.change] : []
  }
  const changes: PlannedName[] = [
    ...[...change(null, 'A'), ...change('Cedar', 'B'), ...change('Alder', 'D')],
    ...change('Alder', 'C'),
  ]

  expect(changes.toSorted(byPlaceAndName).map(({ to }) => to)).toEqual(['C', 'D', 'B', 'A'])
})
