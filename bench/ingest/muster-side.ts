import { isDeepStrictEqual } from 'node:util'
import { runStore } from '../../src/jobs/store.ts'
import { assertMusterKept, type Expected } from './assert-kept.ts'
import type { EventFile } from './event-file.ts'
import { type Installation, settle } from './installation.ts'
import { runBeside, type SideRun, type Step } from './side-run.ts'

/** What an answer must say of a file. */
export interface Counts {
  readonly state: 'taken' | 'same'
  readonly rows: number
  /** Written now. */
  readonly inserted: number
  readonly duplicates: number
}

/** A file to be taken in, what must come of it, and what must be kept then. */
export interface MusterOrder {
  readonly file: EventFile
  readonly counts: Counts
  readonly expected: Expected
}

export const SOURCE = 'shop'

/** `muster ingest`; throws unless it answers and keeps what is true. */
export async function ingestAsMuster(
  installation: Installation,
  { file, counts, expected }: MusterOrder,
): Promise<SideRun> {
  await installation.withDatabase(settle)
  const command = installation.command('ingest', file.path, '--source', SOURCE)
  const { output, ...watched } = await runBeside(installation, command)
  const { run, files } = JSON.parse(output)
  assertCounts(files[0], counts)
  return installation.withDatabase(async (database) => {
    await assertMusterKept(database, expected)
    const { startedAt, endedAt, steps } = await runStore(database).get(run)
    const workSeconds = ((endedAt?.getTime() ?? Number.NaN) - startedAt.getTime()) / 1000
    return { ...watched, workSeconds, steps: steps as Step[] } // as every run keeps them
  })
}

function assertCounts(answer: Counts, counts: Counts): void {
  const { state, rows, inserted, duplicates } = answer
  const answered = { state, rows, inserted, duplicates }
  if (isDeepStrictEqual(answered, counts)) return
  throw new Error(`Muster answered ${JSON.stringify(answered)}, not ${JSON.stringify(counts)}`)
}
