import type { App } from '../../src/app.ts'
import type { Database } from '../../src/db/database.ts'
import { countStore } from '../../src/inventory/count/store.ts'
import { matchDay } from '../../src/inventory/link/match-day.task.ts'
import { linkStore } from '../../src/inventory/link/store.ts'
import { DEFAULT_MATCH_OPTIONS } from '../../src/inventory/match/match-record.ts'
import { retentionStore } from '../../src/inventory/retention/store.ts'
import { placeOrganisations } from '../../src/inventory/site/place-organisations.task.ts'
import { siteStore } from '../../src/inventory/site/store.ts'
import { reconcileFleet } from '../../src/jobs/fleet/check-fleet.task.ts'
import { decideLink } from '../../src/jobs/fleet/link-machines.task.ts'
import { type Told, takeDay } from '../../test/support/history-days.ts'

export const MONTH_END = '2026-10-31'
export const BETWEEN = '2026-11-10'
export const TODAY = '2026-11-20'

/** Stands in every name, key and word that belongs to a site other than Norte, or to none. */
export const CANARY = 'qxcanary'

function machine(name: string, organisation: string, given: Partial<Told[string]> = {}) {
  const plain = { class: 'workstation', isSpare: false, isBillable: true } as const
  return { name, organisation, ...plain, ...given }
}

const BEFORE: Told = {
  n1: machine('north-1', 'Norte'),
  n2: machine('north-2', 'Norte', { class: 'server' }),
  n3: machine('north-3', 'Norte', { isSpare: true, isBillable: false }),
  [`s1-${CANARY}`]: machine(`south-1 ${CANARY}`, 'Sur'),
  [`s2-${CANARY}`]: machine(`south-2 ${CANARY}`, 'Sur', { class: 'server' }),
  mover: machine('mover at home', 'Norte'),
  comer: machine(`comer ${CANARY} before it came`, 'Sur'),
  [`e1-${CANARY}`]: machine(`east ${CANARY}`, `Este ${CANARY}`),
}

const NOW: Told = {
  ...BEFORE,
  n1: machine('north-1 renamed', 'Norte'),
  mover: machine(`mover ${CANARY} after it left`, 'Sur'),
  comer: machine('comer that is here', 'Norte'),
  [`s3-${CANARY}`]: machine(`south-3 ${CANARY}`, 'Sur'),
}

const EDR: Told = {
  t1: machine('NORTH-1 renamed', 'Norte'),
  [`t2-${CANARY}`]: machine(`lost ${CANARY}`, `Nobody ${CANARY}`),
  [`t3-${CANARY}`]: machine(`south-agent ${CANARY}`, 'Sur'),
  [`t4-${CANARY}`]: machine(`south-2 ${CANARY}`, 'Sur'),
}

/** A fleet of two vendors over three days, matched, counted and checked, with one pair that a person joined. */
export async function keepFleetWithCanaries(app: App): Promise<void> {
  const { database } = app
  await takeDay(database, { source: 'ninjaone', day: MONTH_END, said: BEFORE })
  await settleDay(database, MONTH_END)
  await retentionStore(database).closeMonths(TODAY)
  for (const day of [BETWEEN, TODAY]) {
    await takeDay(database, { source: 'ninjaone', day, said: NOW })
    await takeDay(database, { source: 'threatlocker', day, said: EDR })
    await settleDay(database, day)
  }
  await reconcileFleet(app)
  const pair = { one: `ninjaone:s1-${CANARY}`, other: `threatlocker:t3-${CANARY}` }
  const said = { by: `ana ${CANARY}`, reason: `seen in ${CANARY}` }
  await decideLink(app, { kind: 'must-link', ...pair, ...said })
  await decideLink(app, {
    kind: 'must-link',
    one: 'ninjaone:n1',
    other: 'threatlocker:t1',
    by: 'ana',
    reason: 'same',
  })
  await reconcileFleet(app)
}

async function settleDay(database: Database, day: string): Promise<void> {
  await placeOrganisations(siteStore(database), day, ['ninjaone'])
  await matchDay(linkStore(database), day, DEFAULT_MATCH_OPTIONS)
  await countStore(database).count([day])
}
