import { AppError } from '../../../lib/errors.ts'
import type { WriteOutcome, Writer } from '../../source.ts'
import { StatementFault } from '../database.ts'
import { commit } from './commit/client.ts'
import { findMany, MAY_WRITE, replaceMany } from './queries.ts'
import { type LockWaits, replaceRow, takeBack } from './row/client.ts'
import { isStorable, madeCount, type WritingSession } from './session.ts'
import { type TagChange, tagChange } from './tag-change.ts'

const BATCH_SIZE = 1_000
const DEADLOCK_TRIES = 3
/** So few that one by one is as quick. */
const ALONE = 2
const APPLIED: WriteOutcome = { kind: 'applied' }

/** A change and its place in the batch. */
interface PlacedChange {
  readonly change: TagChange
  readonly place: number
}

interface PlacedOutcome {
  readonly outcome: WriteOutcome
  readonly place: number
}

/** A writer of TAGs: each batch in one transaction, each row only where what was planned on still stands. */
export function ocsWriter(session: WritingSession): Writer {
  return {
    target: session.database.target,
    batchSize: BATCH_SIZE,
    assertWritable: () => assertWritable(session),
    replace: (changes) => replaceBatch(session, changes.map(tagChange)),
    close: () => session.database.close(),
  }
}

async function assertWritable({ database, target }: WritingSession): Promise<void> {
  const [canRollBack] = await database.select(target.dialect.canRollBack)
  if (canRollBack === undefined) {
    const reason = 'no-transactions'
    throw new AppError('ocs.read-only', { where: database.where, user: database.user, reason })
  }
  await database.run(target.dialect.begin)
  try {
    await database.run(MAY_WRITE)
  } finally {
    await rollBack({ database, target })
  }
}

async function replaceBatch(
  session: WritingSession,
  changes: readonly TagChange[],
): Promise<readonly WriteOutcome[]> {
  if (changes.length === 0) return []
  for (let tries = 1; ; tries++) {
    try {
      return await replaceInTransaction(session, changes)
    } catch (error) {
      if (!(error instanceof StatementFault) || error.kind !== 'deadlock') throw error
      if (tries < DEADLOCK_TRIES) continue
      const { where } = session.database
      throw new AppError('ocs.busy', { where, reason: error.message }, { cause: error })
    }
  }
}

async function replaceInTransaction(
  session: WritingSession,
  changes: readonly TagChange[],
): Promise<readonly WriteOutcome[]> {
  await session.database.run(session.target.dialect.begin)
  try {
    const outcomes = await replaceByRecord(session, changes)
    await commit(session, changes, outcomes)
    return outcomes
  } catch (error) {
    await rollBack(session)
    throw error
  }
}

/** In the order of the records, so that two writers wait for each other instead of locking crosswise. */
async function replaceByRecord(
  session: WritingSession,
  changes: readonly TagChange[],
): Promise<readonly WriteOutcome[]> {
  const places = changes.map((change, place) => ({ change, place }))
  const ordered = places.toSorted((one, other) => one.change.hardwareId - other.change.hardwareId)
  const { together } = session.target.dialect
  const waits: LockWaits = { left: 5 }
  const outcomes: PlacedOutcome[] = []
  for (let start = 0; start < ordered.length; start += together) {
    const chunk = ordered.slice(start, start + together)
    outcomes.push(...(await replaceChunk(session, chunk, waits)))
  }
  return outcomes.toSorted((one, other) => one.place - other.place).map(({ outcome }) => outcome)
}

/** Together where they all fit; else by halves, down to the rows that do not. */
async function replaceChunk(
  session: WritingSession,
  chunk: readonly PlacedChange[],
  waits: LockWaits,
): Promise<PlacedOutcome[]> {
  const attempt = chunk.length > ALONE ? await replaceTogether(session, chunk) : 'alone'
  if (attempt === 'made') return chunk.map(({ place }) => ({ place, outcome: APPLIED }))
  if (attempt === 'unfit') {
    const half = Math.ceil(chunk.length / 2)
    const first = await replaceChunk(session, chunk.slice(0, half), waits)
    return [...first, ...(await replaceChunk(session, chunk.slice(half), waits))]
  }
  const outcomes: PlacedOutcome[] = []
  for (const { change, place } of chunk) {
    outcomes.push({ place, outcome: await replaceRow(session, change, waits) })
  }
  return outcomes
}

/**
 * `made`: every change was. Otherwise none is: `unfit` when some cannot be made, `alone` when so
 * many cannot, or a row is held by another session, that trying parts of it together is no use.
 */
async function replaceTogether(
  session: WritingSession,
  chunk: readonly PlacedChange[],
): Promise<'made' | 'unfit' | 'alone'> {
  const changes = chunk.map(({ change }) => change)
  if (!changes.every(isStorable)) return 'unfit'
  const { database } = session
  await database.run('savepoint together')
  try {
    const made = await makeTogether(session, changes)
    if (made === changes.length) return 'made'
    await takeBack(database, 'together')
    return made > changes.length / 2 ? 'unfit' : 'alone'
  } catch (error) {
    if (!(error instanceof StatementFault) || error.kind === 'deadlock') throw error
    await takeBack(database, 'together')
    return error.kind === 'lock-wait' ? 'alone' : 'unfit'
  }
}

/** How many of the changes fitted and stand in the table as they were meant. */
async function makeTogether(
  { database, target }: WritingSession,
  changes: readonly TagChange[],
): Promise<number> {
  const replace = replaceMany(target, changes)
  const matched = await database.run(replace.text, replace.values)
  if (matched < changes.length) return matched
  const find = findMany(
    target,
    changes.map(({ hardwareId }) => hardwareId),
  )
  return madeCount(changes, await database.select(find.text, find.values))
}

/** A session that cannot roll back is closed: the server takes its work back then. */
async function rollBack({ database }: WritingSession): Promise<void> {
  await database.run('rollback').catch(() => database.close())
}
