import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import { type FindingState, SAYABLE_IN, STATE_AFTER, type Word } from './life-cycle.ts'

/** Whose word it is, on which day, in which run. */
export interface Saying {
  readonly runId: number
  readonly actor: string
  readonly day: Day
  /** By the clock that collections are dated by. */
  readonly at: Date
}

/** Keeps a word on each of some findings where it may be said; gives those it was said of. */
export function sayOf(ids: readonly number[], word: Word, { runId, actor, day, at }: Saying) {
  const until = word.kind === 'accepted' ? word.until : null
  return sql<{ id: number }>`
    with said as (
      update finding
      set ${changeBy(word, at)}
      where id = any(${ids}::bigint[]) and state = any(${SAYABLE_IN[word.kind]}::text[])
      returning id),
    told as (
      insert into finding_event (finding_id, kind, day, run_id, actor, words, until)
      select id, ${word.kind}, ${day}::date, ${runId}, ${actor}, ${word.words}::text, ${until}::date
      from said
      order by id)
    select id from said order by id`
}

function changeBy(word: Word, at: Date) {
  if (word.kind === 'assigned') return sql`owner = ${word.words}`
  if (word.kind === 'noted') return sql`note = ${word.words}`
  const isAccepted = word.kind === 'accepted'
  return sql`
    state = ${STATE_AFTER[word.kind]},
    fixed_at = ${word.kind === 'fixed' ? sql`${at}::timestamptz` : sql`null`},
    accepted_until = ${isAccepted ? word.until : null}::date,
    accept_reason = ${isAccepted ? word.words : null}::text`
}

/** Where some findings stand; those that are not there are left out. */
export function statesOf(ids: readonly number[]) {
  return sql<{ id: number; state: FindingState }>`
    select id, state
    from finding
    where id = any(${ids}::bigint[])
    order by id`
}
