import type { Database } from '../../src/db/database.ts'
import { countStore } from '../../src/inventory/count/store.ts'
import { retentionStore } from '../../src/inventory/retention/store.ts'
import { placeOrganisations } from '../../src/inventory/site/place-organisations.task.ts'
import { siteStore } from '../../src/inventory/site/store.ts'
import { type Told, takeDay } from './history-days.ts'

export const MONTH_END = '2026-10-31'
export const COUNTED_ON = '2026-11-20'

/** What NinjaOne lists of a machine, by the name of its organisation. */
function machine(name: string, organisation: string, given: Partial<Told[string]> = {}) {
  const plain = { class: 'workstation', isSpare: false, isBillable: true } as const
  return { name, organisation, ...plain, ...given }
}

/** At the month-end: two at Norte, one at Sur. */
const BEFORE: Told = {
  n1: machine('north-1', 'Norte'),
  n2: machine('north-2', 'Norte', { class: 'server' }),
  s1: machine('south-1', 'Sur'),
}

/** Today: three at Norte, one of them spare; one at Sur; Este is new. */
const NOW: Told = {
  ...BEFORE,
  n3: machine('north-3', 'Norte', { isSpare: true, isBillable: false }),
  s1: machine('south-1 renamed', 'Sur'),
  e1: machine('east-1', 'Este', { class: 'other' }),
}

const EDR: Told = { t1: machine('NORTH-1', 'Norte'), t2: machine('LOST', 'Nobody') }

/** A small fleet of two vendors with a month-end; `Nobody` is an organisation at no site. */
export async function keepCountedFleet(database: Database): Promise<void> {
  await takeDay(database, { source: 'ninjaone', day: MONTH_END, said: BEFORE })
  await placeOrganisations(siteStore(database), MONTH_END, ['ninjaone'])
  await countStore(database).count([MONTH_END])
  await retentionStore(database).closeMonths(COUNTED_ON)
  await takeDay(database, { source: 'ninjaone', day: COUNTED_ON, said: NOW })
  await takeDay(database, { source: 'threatlocker', day: COUNTED_ON, said: EDR })
  await placeOrganisations(siteStore(database), COUNTED_ON, ['ninjaone'])
  await countStore(database).count([COUNTED_ON])
}
