import { describe, expect, it } from 'vitest'
import { CEDAR, daysAgo, guarded, HEARD, managed } from '../../../test/support/machines.ts'
import type { Machine, MachineRecord } from '../../inventory/machine/machine.ts'
import { matchRecords } from '../../inventory/match/match-records.ts'
import { DEFAULT_CHECK_POLICY } from './check-policy.ts'
import { FLEET_CHECKS } from './fleet-checks.ts'
import { planLooks } from './plan-looks.ts'
import { fleetChecker } from './run-fleet-checks.ts'

const SOURCES = {
  machines: ['ninjaone', 'threatlocker'],
  rmm: ['ninjaone'],
  edr: ['threatlocker'],
}
const looks = planLooks(
  FLEET_CHECKS,
  SOURCES,
  SOURCES.machines.map((source) => ({
    ...{ source, day: '2026-11-21', heardAt: HEARD },
    state: 'complete' as const,
  })),
)
const check = fleetChecker({
  ...{ checks: FLEET_CHECKS, looks, sources: SOURCES, severities: {} },
  policy: { ...DEFAULT_CHECK_POLICY, stockLocations: ['Stock room'] },
  heardAt: new Map(SOURCES.machines.map((source) => [source, HEARD])),
})

type Seen = MachineRecord & { readonly macs?: readonly string[] }

/** Matches records into machines as a night does, and says what the checks find of each. */
function found(...records: readonly Seen[]): string[] {
  const { groups, links, unlinked } = matchRecords(
    records.map(({ recordId, source, site, serial, macs = [], hostname }) => ({
      ...{ id: recordId, source, site: site?.id ?? null, serial, macs, hostname },
      ...{ inventoryNumber: null, uuid: null },
    })),
    [],
  )
  const lost = new Map([...links, ...unlinked].map((each) => [each.recordId, each.lost]))
  const machines = groups.map(
    (ids, deviceId): Machine => ({
      deviceId,
      records: records
        .filter(({ recordId }) => ids.includes(recordId))
        .map((record) => ({ ...record, lost: lost.get(record.recordId) ?? null })),
    }),
  )
  return machines.flatMap(check).map(({ check: code, evidence }) => {
    const reason = (evidence.lost as MachineRecord['lost'] | undefined)?.reason.kind
    const { keep } = evidence
    return [code, reason, keep].filter(Boolean).join(' ')
  })
}

const DOCK = ['a4:bb:6d:00:05:01']
const UNFILLED = 'To be filled by O.E.M.'

describe('a machine of the ugly kind', () => {
  it.each<[string, readonly Seen[], readonly string[]]>([
    [
      'is one under "HOST | Person", in another case, with spaces and without a serial',
      [
        managed({ serial: null }),
        guarded({
          ...{ serial: UNFILLED, displayName: ' alb-reception-01 | Sam ' },
          hostname: 'alb-reception-01 | Sam ',
        }),
      ],
      [],
    ],
    [
      'is still one after it was renamed at one vendor',
      [managed({ hostname: 'ALB-FRONT-02', displayName: 'Front desk' }), guarded()],
      [],
    ],
    [
      'that shares a dock with four others is not taken for them, and says so',
      [1, 2, 3, 4, 5].map((id) =>
        (id === 5 ? guarded : managed)({
          ...{ recordId: id, nativeKey: String(id), serial: null, hostname: `PC-${id}` },
          ...{ displayName: null, macs: DOCK },
        } as Partial<MachineRecord>),
      ),
      [
        ...Array.from({ length: 4 }, () => 'missing-in-edr shared-by-many'),
        'missing-in-rmm shared-by-many',
      ],
    ],
    [
      'with the host name of one at another site is two machines, each missing at one vendor',
      [managed({ serial: null }), guarded({ serial: UNFILLED, site: CEDAR })],
      ['missing-in-edr other-site', 'missing-in-rmm other-site'],
    ],
    [
      're-imaged is listed twice under one serial: the newer agent is kept',
      [
        managed(),
        guarded({ lastContact: daysAgo(30) }),
        guarded({ recordId: 902, nativeKey: 'new', hostname: 'ALB-REIMAGED-1' }),
      ],
      ['duplicate-in-source threatlocker:new'],
    ],
    [
      'spare with its agent is fine in the stock room',
      [managed({ isSpare: true, location: 'Stock room' }), guarded()],
      [],
    ],
    [
      'spare with its agent anywhere else is not, and is missed nowhere once it is gone',
      [
        managed({ isSpare: true, location: 'Cupboard' }),
        guarded(),
        managed({
          recordId: 502,
          nativeKey: '502',
          serial: 'SIM0502',
          hostname: 'B',
          isSpare: true,
        }),
      ],
      ['spare-with-agent'],
    ],
    [
      'of no class at one vendor contradicts no server at the other',
      [managed({ class: 'server' }), guarded({ class: 'other' })],
      [],
    ],
    [
      'in an organisation that was renamed at one vendor only is at one site as long as it is mapped',
      [managed(), guarded({ organisation: { key: 'c7', name: 'Alder Birch Oak' } })],
      [],
    ],
  ])('%s', (_case, records, expected) => {
    expect(found(...records).sort()).toEqual([...expected].sort())
  })
})
