import { AppError } from '../../../../lib/errors.ts'
import type { WriteOutcome } from '../../../source.ts'
import { StatementFault, type WritableDatabase } from '../../database.ts'
import { findOne, replaceOne } from '../queries.ts'
import { foundState, isStorable, type WritingSession } from '../session.ts'
import type { TagChange } from '../tag-change.ts'

/** How often a batch may still wait in vain for a row that another session holds. */
export interface LockWaits {
  left: number
}

/** Makes one change, or says why not; whatever happens to this row, the others are as they were. */
export async function replaceRow(
  session: WritingSession,
  change: TagChange,
  waits: LockWaits,
): Promise<WriteOutcome> {
  if (!isStorable(change)) return { kind: 'failed', reason: 'not-unicode' }
  const { database } = session
  await database.run('savepoint one')
  try {
    const outcome = await attemptRow(session, change)
    if (outcome.kind === 'failed') await takeBack(database, 'one')
    else await database.run('release savepoint one')
    return outcome
  } catch (error) {
    if (!(error instanceof StatementFault) || error.kind === 'deadlock') throw error
    await takeBack(database, 'one')
    // Whoever holds a row tried before may be that very try: what comes of it is not known yet.
    const isInDoubt = change.tried === true
    if (error.kind === 'lock-wait') countWait(isInDoubt ? { left: 0 } : waits, { database, error })
    return { kind: 'failed', reason: error.message }
  }
}

/** Undoes what was done since the savepoint; when the savepoint is gone the whole batch is. */
export async function takeBack(database: WritableDatabase, savepoint: string): Promise<void> {
  try {
    await database.run(`rollback to savepoint ${savepoint}`)
    await database.run(`release savepoint ${savepoint}`)
  } catch (error) {
    if (!(error instanceof StatementFault)) throw error
    const reason = 'transaction-taken-back'
    throw new AppError('ocs.busy', { where: database.where, reason }, { cause: error })
  }
}

async function attemptRow(
  { database, target }: WritingSession,
  change: TagChange,
): Promise<WriteOutcome> {
  const replace = replaceOne(target, change)
  const matched = await database.run(replace.text, replace.values)
  const find = findOne(target, change.hardwareId)
  const found = foundState(await database.select(find.text, find.values))
  if (matched === 0) return { kind: 'moved', found }
  if (found?.value === change.to) return { kind: 'applied' }
  const kept = JSON.stringify(found?.value ?? null)
  return { kind: 'failed', reason: `stored-instead: ${kept}` }
}

function countWait(
  waits: LockWaits,
  { database, error }: { database: WritableDatabase; error: StatementFault },
): void {
  waits.left -= 1
  if (waits.left > 0) return
  throw new AppError('ocs.busy', { where: database.where, reason: error.message }, { cause: error })
}
