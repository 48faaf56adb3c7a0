import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ALDER,
  CEDAR,
  daysAgo,
  guarded,
  HEARD,
  machineOf,
  managed,
} from '../../../test/support/machines.ts'
import type { MachineRecord } from '../../inventory/machine/machine.ts'
import type { SourceStanding } from '../../inventory/machine/queries.ts'
import type { FleetSources } from './check.ts'
import { type CheckPolicy, DEFAULT_CHECK_POLICY } from './check-policy.ts'
import { FLEET_CHECKS, type FleetCheckCode } from './fleet-checks.ts'
import { planLooks } from './plan-looks.ts'
import { type FleetChecking, fleetChecker } from './run-fleet-checks.ts'

const SOURCES: FleetSources = {
  machines: ['ninjaone', 'threatlocker', 'ocs'],
  rmm: ['ninjaone'],
  edr: ['threatlocker'],
}

interface Made {
  readonly policy?: Partial<CheckPolicy>
  readonly held?: string
  readonly severities?: FleetChecking<FleetCheckCode>['severities']
}

function checker({ policy, held, severities = {} }: Made = {}) {
  const standings = SOURCES.machines.map(
    (source): SourceStanding => ({
      source,
      day: '2026-11-21',
      state: source === held ? 'held' : 'complete',
      heardAt: HEARD,
    }),
  )
  return fleetChecker({
    checks: FLEET_CHECKS,
    looks: planLooks(FLEET_CHECKS, SOURCES, standings),
    sources: SOURCES,
    policy: { ...DEFAULT_CHECK_POLICY, ...policy },
    severities,
    heardAt: new Map(SOURCES.machines.map((source) => [source, HEARD])),
  })
}

describe('fleetChecker', () => {
  it('says nothing of a machine that both list alike', () => {
    expect(checker()(machineOf(managed(), guarded()))).toEqual([])
  })

  it('says everything that is wrong with a machine, by check and scope', () => {
    const server = { class: 'server', site: CEDAR, lastContact: daysAgo(40) } as const
    const twins = [guarded(server), guarded({ ...server, recordId: 902, nativeKey: 'b' })]

    const drafts = checker()(machineOf(managed({ isSpare: true }), ...twins))

    expect(drafts.map(({ check, scope, severity }) => [check, scope, severity])).toEqual([
      ['duplicate-in-source', 'threatlocker', 'medium'],
      ['spare-with-agent', 'ninjaone+threatlocker', 'medium'],
      ['organisation-mismatch', 'ninjaone+threatlocker', 'high'],
      ['stale-on-one-side', 'ninjaone+threatlocker', 'medium'],
      ['class-mismatch', 'ninjaone+threatlocker', 'medium'],
    ])
    expect(new Set(drafts.map(({ subject }) => subject))).toEqual(new Set(['device:17']))
  })

  it('gives a check the severity that is configured', () => {
    const [draft] = checker({ severities: { 'missing-in-edr': 'critical' } })(machineOf(managed()))

    expect(draft).toMatchObject({ check: 'missing-in-edr', severity: 'critical' })
  })

  it('does not look at a scope with a source that is not complete', () => {
    const machine = machineOf(managed(), managed({ recordId: 5, nativeKey: '5' }))

    const codes = checker({ held: 'threatlocker' })(machine).map(({ check }) => check)

    expect(codes).toEqual(['duplicate-in-source'])
  })
})

const maybe = <Value>(...values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: null, freq: 3 })

/** Few values of each kind, so that records agree and disagree all the time. */
const record = fc
  .record({
    source: fc.constantFrom(...SOURCES.machines),
    site: maybe(ALDER, CEDAR),
    location: maybe('Stock room', 'Main Office'),
    displayName: maybe('Reception PC', 'SPARE 3', 'ALB-RECEPTION-01 | Sam', ' reception pc '),
    hostname: maybe('ALB-RECEPTION-01', 'alb-reception-0', 'alb-front-02.alder.example'),
    tags: fc.subarray(['loan', 'lab']),
    class: fc.constantFrom('server', 'workstation', 'other'),
    isSpare: fc.boolean(),
    since: fc.constantFrom('2026-11-01', '2026-11-20'),
    lastContact: maybe(daysAgo(0), daysAgo(14), daysAgo(90)),
    lost: maybe({ recordId: 3, rule: 'mac', reason: { kind: 'shared-by-many' } } as const),
  })
  .map((fields): Omit<MachineRecord, 'recordId' | 'nativeKey'> => ({ ...managed(), ...fields }))
const machine = fc
  .array(record, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((each, at) => ({ ...each, recordId: at + 1, nativeKey: String(at + 1) })))
const policy = fc.constantFrom<Partial<CheckPolicy>>(
  {},
  { needsEdr: false, staleDays: 15 },
  {
    stockLocations: ['stock ROOM'],
    rules: [{ at: CEDAR.name, classes: ['server'], needsEdr: false, staleDays: 100 }],
  },
)
const RUNS = { numRuns: 2_000 }

describe('what is found of any machine', () => {
  it('does not depend on the order of its records', () => {
    fc.assert(
      fc.property(machine, policy, fc.infiniteStream(fc.nat()), (records, made, chance) => {
        const shuffled = records
          .map((each) => ({ each, at: chance.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ each }) => each)
        const check = checker({ policy: made })

        expect(check(machineOf(...shuffled))).toEqual(check(machineOf(...records)))
      }),
      RUNS,
    )
  })

  it('is said once for each check and scope, with evidence that survives being kept', () => {
    fc.assert(
      fc.property(machine, policy, (records, made) => {
        const drafts = checker({ policy: made })(machineOf(...records))

        const identities = drafts.map(({ check, scope, subject }) => [check, scope, subject].join())
        expect(new Set(identities).size).toBe(identities.length)
        expect(JSON.parse(JSON.stringify(drafts))).toEqual(drafts)
      }),
      RUNS,
    )
  })

  it('is missing at one of remote management and endpoint protection at most', () => {
    fc.assert(
      fc.property(machine, (records) => {
        const found = checker()(machineOf(...records)).map(({ check }) => check)
        const lists = (source: string) => records.some((each) => each.source === source)

        expect(found.includes('missing-in-rmm')).toBe(lists('threatlocker') && !lists('ninjaone'))
        if (found.includes('missing-in-edr')) expect(lists('threatlocker')).toBe(false)
      }),
      RUNS,
    )
  })

  it('names of a machine listed twice every record once, to keep or to remove', () => {
    fc.assert(
      fc.property(machine, (records) => {
        for (const { check, scope, evidence } of checker()(machineOf(...records))) {
          if (check !== 'duplicate-in-source') continue
          const { keep, remove } = evidence as { keep: string; remove: string[] }
          const listed = records.filter(({ source }) => source === scope)
          const refs = listed.map(({ nativeKey }) => `${scope}:${nativeKey}`)
          expect([keep, ...remove].sort()).toEqual(refs.sort())
        }
      }),
      RUNS,
    )
  })
})
