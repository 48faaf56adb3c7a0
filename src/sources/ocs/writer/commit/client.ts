import { AppError, isAppError } from '../../../../lib/errors.ts'
import type { WriteOutcome } from '../../../source.ts'
import { findOne } from '../queries.ts'
import { foundState, type WritingSession } from '../session.ts'
import type { TagChange } from '../tag-change.ts'

/** Commits; when the session is lost in that very moment, finds out on another what became of the batch. */
export async function commit(
  session: WritingSession,
  changes: readonly TagChange[],
  outcomes: readonly WriteOutcome[],
): Promise<void> {
  try {
    await session.database.run('commit')
  } catch (error) {
    if (!isAppError(error, 'ocs.lost')) throw error
    const witness = changes.find(
      ({ from, to }, at) => from !== to && outcomes[at]?.kind === 'applied',
    )
    if (witness === undefined || (await stands(session, witness))) return
    throw error
  }
}

/** True when the change was committed. The select waits until the lost session has let go of the row. */
async function stands(session: WritingSession, change: TagChange): Promise<boolean> {
  const { where } = session.database
  const find = findOne(session.target, change.hardwareId)
  try {
    const other = await session.database.reopen()
    try {
      const found = foundState(await other.select(find.text, find.values))
      return found?.value === change.to
    } finally {
      await other.close()
    }
  } catch (error) {
    const reason = 'while-committing'
    throw new AppError('ocs.lost', { where, reason }, { cause: error })
  }
}
