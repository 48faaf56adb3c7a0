import type { App } from '../../src/app.ts'
import { countStore } from '../../src/inventory/count/store.ts'
import { matchDay } from '../../src/inventory/link/match-day.task.ts'
import { linkStore } from '../../src/inventory/link/store.ts'
import { DEFAULT_MATCH_OPTIONS } from '../../src/inventory/match/match-record.ts'
import { retentionStore } from '../../src/inventory/retention/store.ts'
import { placeOrganisations } from '../../src/inventory/site/place-organisations.task.ts'
import { siteStore } from '../../src/inventory/site/store.ts'
import { reconcileFleet } from '../../src/jobs/fleet/check-fleet.task.ts'
import { decideLink } from '../../src/jobs/fleet/link-machines.task.ts'
import { type Told, takeDay } from './history-days.ts'

export const FIRST = '2026-10-31'
export const LAST = '2026-11-20'

/** Both vendors as they are named in a configuration; neither is asked for anything. */
export const TWO_VENDORS = {
  ninjaone: { clientId: 'c' },
  threatlocker: { organisationId: 'cccc0000-0000-4000-8000-000000000001' },
}

function machine(name: string, organisation: string, given: Partial<Told[string]> = {}) {
  const plain = { class: 'workstation', isSpare: false, isBillable: true } as const
  return { name, organisation, ...plain, ...given }
}

const BEFORE: Told = {
  n1: machine('north-1', 'Norte'),
  n2: machine('north-2', 'Norte', { class: 'server' }),
  s1: machine('south-1', 'Sur'),
  m1: machine('leaver', 'Norte'),
  m2: machine('secret before it came', 'Sur'),
}

const NOW: Told = {
  ...BEFORE,
  n1: machine('north-1 renamed', 'Norte'),
  s1: machine('south-1 renamed', 'Sur'),
  m1: machine('secret after it left', 'Sur'),
  m2: machine('arriver', 'Norte'),
}

const EDR: Told = {
  t1: machine('north-agent', 'Norte'),
  t2: machine('lost-agent', 'Nobody'),
  t3: machine('south-agent', 'Sur'),
}

/**
 * A fleet of two vendors at Norte, at Sur and at no site, checked. `leaver` went from Norte to Sur and `arriver` came
 * the other way; `north-2` has its agent at Sur, as a person says.
 */
export async function keepPlacedFleet(app: App): Promise<void> {
  const { database } = app
  await takeDay(database, { source: 'ninjaone', day: FIRST, said: BEFORE })
  await placeOrganisations(siteStore(database), FIRST, ['ninjaone'])
  await matchDay(linkStore(database), FIRST, DEFAULT_MATCH_OPTIONS)
  await countStore(database).count([FIRST])
  await retentionStore(database).closeMonths(LAST)
  await takeDay(database, { source: 'ninjaone', day: LAST, said: NOW })
  await takeDay(database, { source: 'threatlocker', day: LAST, said: EDR })
  await placeOrganisations(siteStore(database), LAST, ['ninjaone'])
  await matchDay(linkStore(database), LAST, DEFAULT_MATCH_OPTIONS)
  await countStore(database).count([LAST])
  await reconcileFleet(app)
  const pair = { one: 'ninjaone:n2', other: 'threatlocker:t3' }
  await decideLink(app, { kind: 'must-link', ...pair, by: 'Ana', reason: 'seen on site' })
}
