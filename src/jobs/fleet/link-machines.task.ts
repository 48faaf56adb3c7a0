import { countStore } from '../../inventory/count/store.ts'
import { historyStore } from '../../inventory/history/store.ts'
import { type MatchSummary, matchDay } from '../../inventory/link/match-day.task.ts'
import type {
  AmbiguousMatch,
  LinkedRecord,
  StandingDecision,
} from '../../inventory/link/queries.ts'
import { type LinkStore, linkStore } from '../../inventory/link/store.ts'
import type { LostReason } from '../../inventory/match/lost-candidate.ts'
import { type Day, dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import type { RunHandle } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'
import { tellTrail } from '../tell-trail.ts'
import { checkFleet } from './check-fleet.task.ts'

/** Why some records are one machine, and why another is not of it. */
export interface MachineStory {
  readonly day: Day
  readonly deviceId: number
  readonly records: readonly StoryRecord[]
  /** What people said of these records. */
  readonly decisions: readonly {
    readonly one: string
    readonly other: string
    readonly kind: StandingDecision['kind']
    readonly by: string
    readonly reason: string | null
    readonly at: Date
  }[]
  /** Questions about these records that only a person can decide; each candidate is one machine. */
  readonly ambiguous: readonly {
    readonly rule: string
    readonly why: string
    readonly candidates: readonly (readonly string[])[]
  }[]
}

export interface StoryRecord {
  /** Its source, and its id there: `ninjaone:501`. */
  readonly ref: string
  readonly name: string | null
  readonly hostname: string | null
  readonly serial: string | null
  readonly site: string | null
  /** By what it was linked; null when it is alone. */
  readonly rule: string | null
  readonly value: string | null
  readonly otherValue: string | null
  readonly through: string | null
  /** The best candidate that lost. */
  readonly lost: {
    readonly ref: string
    readonly rule: string
    readonly reason: LostReason
    /** The organisation that is at no site, where that is why the two are not at one: `ninjaone:42`. */
    readonly unplaced: string | null
  } | null
  readonly since: Day
}

/** Tells why a record is the machine it is taken for. Throws `machine.not-found`. */
export async function explainMachine(
  { database }: JobContext,
  ref: string,
  day: Day,
): Promise<MachineStory> {
  const links = linkStore(database)
  const records = await links.beside(await recordOf(links, ref, day), day)
  const [first] = records
  if (!first) throw new AppError('machine.not-found', { machine: ref, day })
  const ids = new Set(records.map(({ id }) => id))
  const decisions = (await links.decisions()).filter(
    ({ one, other }) => ids.has(one) || ids.has(other),
  )
  const ambiguous = (await links.ambiguous()).filter(({ candidates }) =>
    candidates.flat().some((id) => ids.has(id)),
  )
  const refOf = await refsFor(links, { records, decisions, ambiguous })
  const namesakes = records.flatMap(({ id, rejected }) =>
    rejected?.reason.kind === 'other-site' ? [rejected.recordId, id] : [],
  )
  const unplaced = await links.unplaced(namesakes, day)
  return {
    day,
    deviceId: first.device,
    records: records.map((record) => storyOf(record, { refOf, unplaced })),
    decisions: decisions.map((decision) => ({
      ...decision,
      one: refOf(decision.one),
      other: refOf(decision.other),
    })),
    ambiguous: ambiguous.map(({ rule, why, candidates }) => ({
      ...{ rule, why },
      candidates: candidates.map((each) => each.map(refOf)),
    })),
  }
}

type RefOf = (id: number) => string

async function refsFor(
  links: LinkStore,
  named: {
    readonly records: readonly LinkedRecord[]
    readonly decisions: readonly StandingDecision[]
    readonly ambiguous: readonly AmbiguousMatch[]
  },
): Promise<RefOf> {
  const refs = await links.refs([
    ...named.records.flatMap(({ id, evidence, rejected }) => [
      ...[id, evidence.through ?? id, rejected?.recordId ?? id],
    ]),
    ...named.decisions.flatMap(({ one, other }) => [one, other]),
    ...named.ambiguous.flatMap(({ candidates }) => candidates.flat()),
  ])
  return (id) => refs.get(id) ?? `${id}`
}

function storyOf(
  record: LinkedRecord,
  { refOf, unplaced }: { refOf: RefOf; unplaced: ReadonlyMap<number, string> },
): StoryRecord {
  const { evidence, rejected } = record
  return {
    ref: refOf(record.id),
    name: record.name,
    hostname: record.hostname,
    serial: record.serial,
    site: record.site,
    rule: record.rule,
    value: evidence.value ?? null,
    otherValue: evidence.otherValue ?? null,
    through: evidence.through === undefined ? null : refOf(evidence.through),
    lost: rejected && {
      ref: refOf(rejected.recordId),
      rule: rejected.rule,
      reason: rejected.reason,
      unplaced:
        rejected.reason.kind === 'other-site'
          ? (unplaced.get(rejected.recordId) ?? unplaced.get(record.id) ?? null)
          : null,
    },
    since: record.since,
  }
}

/** What a person says of two records. */
export interface LinkWord {
  readonly kind: 'must-link' | 'cannot-link'
  readonly one: string
  readonly other: string
  readonly by: string
  readonly reason: string | null
}

/** What a person's word came to. */
export interface LinkSummary {
  readonly one: string
  readonly other: string
  /** Null when a word was taken back. */
  readonly kind: LinkWord['kind'] | null
  readonly matching: MatchSummary
}

/** Keeps a person's word on two records, and matches the newest day again by it. */
export function decideLink(context: JobContext, word: LinkWord) {
  const task = word.kind === 'must-link' ? 'link' : 'unlink'
  return runRecorded<LinkSummary>(context, task, async (handle) => {
    const links = linkStore(context.database)
    const { kind, by, reason } = word
    await links.decide({ ...(await pairOf(context, word)), kind, by, reason })
    const { one, other } = word
    const details = { run: handle.id, other, kind, by, reason }
    await tellTrail(context, { action: 'link.decided', about: one, details })
    return { state: 'agreed', summary: await matchedAgain(context, handle, { ...word, kind }) }
  })
}

/** Takes a person's word on two records back, and matches the newest day again without it. */
export function revokeLink(context: JobContext, word: Pick<LinkWord, 'one' | 'other' | 'by'>) {
  return runRecorded<LinkSummary>(context, 'link', async (handle) => {
    await linkStore(context.database).revoke(await pairOf(context, word), word.by)
    const { one, other, by } = word
    const details = { run: handle.id, other, by }
    await tellTrail(context, { action: 'link.taken-back', about: one, details })
    return {
      state: 'agreed',
      summary: await matchedAgain(context, handle, { ...word, kind: null }),
    }
  })
}

async function matchedAgain(
  context: JobContext,
  handle: RunHandle,
  { one, other, kind }: Pick<LinkSummary, 'one' | 'other' | 'kind'>,
): Promise<LinkSummary> {
  const { database, settings, now } = context
  const today = dayIn(settings.timeZone, now())
  const day = (await historyStore(database).newestMachineDay(today)) ?? today
  const matching = await matchDay(linkStore(database), day, settings.fleet.matching)
  await countStore(database).count([day])
  await checkFleet(context, handle)
  return { one, other, kind, matching }
}

async function pairOf(
  { database, settings, now }: JobContext,
  { one, other }: Pick<LinkWord, 'one' | 'other'>,
) {
  const links = linkStore(database)
  const today = dayIn(settings.timeZone, now())
  const pair = {
    one: await recordOf(links, one, today),
    other: await recordOf(links, other, today),
  }
  if (pair.one !== pair.other) return pair
  throw new AppError('command.bad-argument', {
    argument: 'MACHINE',
    value: other,
    wanted: 'ninjaone:501 threatlocker:ID',
  })
}

/** The record that a person means by `source:id`. */
async function recordOf(links: LinkStore, ref: string, day: Day): Promise<number> {
  const at = ref.indexOf(':')
  const id = at < 0 ? null : await links.findRecord(ref.slice(0, at), ref.slice(at + 1))
  if (id === null) throw new AppError('machine.not-found', { machine: ref, day })
  return id
}
