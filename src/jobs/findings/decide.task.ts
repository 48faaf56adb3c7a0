import { dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { SAYABLE_IN, type Word } from '../../reconcile/findings/life-cycle.ts'
import { findingStore, type Said } from '../../reconcile/findings/store.ts'
import type { JobContext } from '../context.ts'
import { runRecorded } from '../run-recorded.ts'

/** What a person says, and of which findings. */
export interface Decision {
  /** One at least. */
  readonly ids: readonly number[]
  readonly word: Word
  readonly by: string
}

/** What came of a person's word. */
export interface DecisionSummary extends Pick<Said, 'said' | 'refused'> {
  readonly word: Word
  readonly by: string
}

/** Keeps a person's word on findings, all at once. Throws as `sayable` does; nothing is said then. */
export function decideFindings(context: JobContext, { ids, word, by }: Decision) {
  return runRecorded<DecisionSummary>(context, 'decide', async ({ id: runId }) => {
    const { database, settings, now } = context
    await sayable(context, { ids, word })
    const day = dayIn(settings.timeZone, now())
    const { said, refused } = await findingStore(database).say(ids, word, {
      ...{ runId, actor: by, day, at: now() },
    })
    const state = refused.length === 0 ? 'agreed' : 'differences'
    return { state, summary: { word, by, said, refused } }
  })
}

/**
 * Of which findings something can be said as they stand. Throws `finding.not-found` when one is not
 * there, and `finding.unsayable` when it can be said of none.
 */
export async function sayable(
  { database }: Pick<JobContext, 'database'>,
  { ids, word }: Pick<Decision, 'ids' | 'word'>,
): Promise<Pick<Said, 'said' | 'refused'>> {
  const standing = await findingStore(database).states(ids)
  const known = new Set(standing.map(({ id }) => id))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) throw new AppError('finding.not-found', { findings: unknown.map(nameOf) })
  const sayableIn = SAYABLE_IN[word.kind]
  const refused = standing.filter(({ state }) => !sayableIn.includes(state))
  if (refused.length === standing.length) {
    throw new AppError('finding.unsayable', {
      refused: byState(refused),
      sayableIn: [...sayableIn],
    })
  }
  const said = standing.filter(({ state }) => sayableIn.includes(state)).map(({ id }) => id)
  return { said, refused }
}

function byState(refused: Said['refused']) {
  const groups = Map.groupBy(refused, ({ state }) => state)
  return [...groups].map(([state, each]) => ({ state, findings: each.map(({ id }) => nameOf(id)) }))
}

/** A finding as people name it. */
function nameOf(id: number): string {
  return `F${id}`
}
