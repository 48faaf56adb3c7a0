import type { Drill } from '../drill.ts'
import { killAtRandom, type Ordeal } from '../kill/kill-at-random.ts'
import type { Trial } from '../world/trial.ts'

const KEPT = `
  select (select count(*) from upload)::integer as uploads, (select count(*) from event)::integer as events,
    (select count(*) from event_source)::integer + (select count(*) from metric)::integer
      + (select count(*) from upload_chunk)::integer + (select count(*) from event_rejection)::integer
      + (select count(*) from event_conflict)::integer + (select count(*) from metric_day)::integer as others`

async function keptBy({ database }: Trial) {
  const { rows } = await database.pool.query<{ uploads: number; events: number; others: number }>(
    KEPT,
  )
  return rows[0] ?? { uploads: 0, events: 0, others: 0 }
}

/** All of the file or nothing of it; where none is given, all. */
async function parts(trial: Trial, mayBeNothing: boolean): Promise<string[]> {
  const { uploads, events, others } = await keptBy(trial)
  const wanted = trial.world.events.counts.inserted
  const isNothing = uploads + events + others === 0
  const isAll = uploads === 1 && events === wanted && others > 0
  if (isAll || (mayBeNothing && isNothing)) return []
  return [`${uploads} uploads and ${events} events of ${wanted}, ${others} rows beside them`]
}

const ordeal: Ordeal<null> = {
  drill: 'kill-ingest',
  start: 'history',
  command: ({ world }) => [
    ...['ingest', world.events.path, '--source', 'pos', '--lenient', '--replace'],
  ],
  prepare: async () => null,
  broken: async (trial) => ({ lost: [], wrong: await parts(trial, true) }),
  async whole(trial, _before, { answer }) {
    const [file] = answer?.files ?? []
    const isSaid = file?.state === 'taken' || file?.state === 'same'
    const { rows, counts } = trial.world.events
    const said = { rows: file?.rows, ...Object.fromEntries(countsIn(file, Object.keys(counts))) }
    const isCounted =
      file?.state === 'same' || JSON.stringify(said) === JSON.stringify({ rows, ...counts })
    return {
      lost: await parts(trial, false),
      wrong: isSaid && isCounted ? [] : [`ingest answered ${JSON.stringify(answer)}`],
    }
  },
}

function countsIn(file: Readonly<Record<string, unknown>> | undefined, names: readonly string[]) {
  return names.map((name): [string, unknown] => [name, file?.[name]])
}

export const killIngest: Drill = {
  name: 'kill-ingest',
  does: 'kill -9 of "muster ingest"',
  killShare: 0.14,
  run: (scene) => killAtRandom(scene, ordeal),
}
