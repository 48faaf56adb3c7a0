import { setTimeout as sleep } from 'node:timers/promises'
import { type KeptChange, keptChanges } from './kept-changes.ts'
import type { Office } from './office.ts'
import type { TestDatabase } from './postgres.ts'
import { type Instant, stallAt } from './stall.ts'

/** The apply or undo of a plan that is to be killed. */
export interface Writing {
  readonly office: Office
  readonly database: TestDatabase
  readonly plan: number
  readonly task?: 'apply' | 'undo'
}

/** Changes before the second batch, which is the one that is interrupted. */
const FIRST_BATCH = 1_000

/** Just before Muster says that it is about to write the second batch. */
export const SAYS: Instant = {
  table: 'attempt',
  on: 'insert',
  when: `new.first_n = ${FIRST_BATCH + 1}`,
}
/** The second batch stands in OCS; just before Muster keeps that, which it does while it writes the third. */
export const KEEPS: Instant = {
  table: 'outcome',
  on: 'insert',
  when: `new.n = ${FIRST_BATCH + 1}`,
}

/** Starts the task, kills it with -9 as it comes to the instant, and takes its sessions away. */
export async function killAt(
  instant: Instant,
  { office, database, plan, task = 'apply' }: Writing,
): Promise<void> {
  const stall = await stallAt(database, instant)
  const started = office.start(task, `P${plan}`)
  await stall.reached()
  await started.kill()
  await stall.breakOff()
  await office.quiet()
}

/** Kills the task when it has said that it writes the second batch, and could not yet. */
export async function killBeforeWriting(writing: Writing): Promise<void> {
  const { office, database, plan, task = 'apply' } = writing
  const stall = await stallAt(database, SAYS)
  const started = office.start(task, `P${plan}`)
  await stall.reached()
  const release = await office.hold()
  await stall.open()
  const isSaid = async () => (await keptChanges(database, plan, task))[FIRST_BATCH]?.isTried
  while (!(await isSaid())) await sleep(5)
  await started.kill()
  await release()
  await office.quiet()
}

/** Kills the task when it could not keep the second batch, and `written` TAGs stand in OCS: the third batch's too. */
export async function killBeforeKeeping(writing: Writing, written: number): Promise<void> {
  const { office, database, plan, task = 'apply' } = writing
  const stall = await stallAt(database, KEEPS)
  const started = office.start(task, `P${plan}`)
  await stall.reached()
  while ((await office.written()).length < written) await sleep(5)
  await started.kill()
  await stall.breakOff()
  await office.quiet()
}

/** Changes by outcome; without one they are in doubt when they were tried, else not begun. */
export function countOutcomes(changes: readonly KeptChange[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { outcome, isTried } of changes) {
    const kind = outcome ?? (isTried ? 'inDoubt' : 'notBegun')
    found[kind] = (found[kind] ?? 0) + 1
  }
  return found
}
