import { expect, it } from 'vitest'
import { daysAgo, guarded, HEARD, managed } from '../../../test/support/machines.ts'
import type { Machine } from '../../inventory/machine/machine.ts'
import type { FleetSources } from './check.ts'
import { DEFAULT_CHECK_POLICY } from './check-policy.ts'
import { FLEET_CHECKS } from './fleet-checks.ts'
import { planLooks } from './plan-looks.ts'
import { fleetChecker } from './run-fleet-checks.ts'

const SOURCES: FleetSources = {
  machines: ['ninjaone', 'threatlocker'],
  rmm: ['ninjaone'],
  edr: ['threatlocker'],
}

it('checks 20,000 machines of two vendors by 40 rules in seconds', () => {
  const rules = Array.from({ length: 40 }, (_, at) => ({ at: `Site ${at}`, staleDays: 30 }))
  const standings = SOURCES.machines.map((source) => ({
    ...{ source, day: '2026-11-21', state: 'complete' as const, heardAt: HEARD },
  }))
  const check = fleetChecker({
    checks: FLEET_CHECKS,
    looks: planLooks(FLEET_CHECKS, SOURCES, standings),
    sources: SOURCES,
    policy: { ...DEFAULT_CHECK_POLICY, rules },
    severities: {},
    heardAt: new Map(SOURCES.machines.map((source) => [source, HEARD])),
  })
  const machines = Array.from(
    { length: 20_000 },
    (_, at): Machine => ({
      deviceId: at,
      records: [
        managed({ recordId: at, lastContact: daysAgo(at % 20) }),
        guarded({ recordId: 1_000_000 + at }),
      ],
    }),
  )

  const started = performance.now()
  const found = machines.reduce((sum, each) => sum + check(each).length, 0)

  expect(found).toBe(6_000)
  expect(performance.now() - started).toBeLessThan(5_000)
})
