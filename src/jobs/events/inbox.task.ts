import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sourceFault } from '../../events/accept/metric.ts'
import type { Ingested } from '../../events/ingest/ingest-file.task.ts'
import { explain } from '../../language/error-words.ts'
import { AppError } from '../../lib/errors.ts'
import { freeName } from '../../reports/rejected/free-name.ts'
import type { GivenBack } from '../../reports/rejected/give-back.task.ts'
import type { JobContext } from '../context.ts'
import { openRing } from '../open-ring.ts'
import type { RunHandle } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'
import {
  type InboxFile,
  inputOf,
  isFinishedName,
  REFUSED_FOLDER,
  settledFiles,
  TAKEN_FOLDER,
} from './inbox-file.ts'
import { type Ingesting, ingestInput, profileFor, stateOf } from './ingest.task.ts'

/** What came of a file of the inbox. */
export interface InboxResult {
  readonly source: string
  readonly file: string
  /** Null where it is none that events can be read from. */
  readonly result: Ingested | null
  readonly failure: AppError | null
  readonly givenBack: GivenBack | null
  /** Where it lies now; where it lay, when somebody wrote to it or took it away meanwhile. */
  readonly movedTo: string
}

/** What came of all the files that lay in the inbox. */
export interface InboxSummary {
  readonly files: readonly InboxResult[]
}

/** How long a file must not change before it counts as whole. */
const SETTLE_MS = 2_000

/**
 * The files of the inbox that nobody writes to any more, looked at twice. Throws `inbox.not-found`,
 * and `inbox.not-configured` where the configuration names no inbox.
 */
export async function lookIntoInbox({ settings }: JobContext): Promise<InboxFile[]> {
  const before = await filesInInbox({ settings })
  if (before.length === 0) return []
  await sleep(SETTLE_MS)
  return settledFiles(before, await filesInInbox({ settings }))
}

/** What lies there at this moment, be it whole or not. Throws as `lookIntoInbox`. */
export async function filesInInbox({
  settings,
}: Pick<JobContext, 'settings'>): Promise<InboxFile[]> {
  const { inbox } = settings.events
  if (inbox === null) throw new AppError('inbox.not-configured', {})
  return filesIn(inbox)
}

/** Takes files of the inbox in, one after another, and puts each away: taken, or refused with the reasons beside it. */
export function takeInbox(context: JobContext, files: readonly InboxFile[]) {
  return runRecorded<InboxSummary>(context, 'ingest', (run) => takeFiles(context, run, files))
}

/** The same within a run. */
async function takeFiles(
  context: JobContext,
  run: RunHandle,
  files: readonly InboxFile[],
): Promise<{ state: 'agreed' | 'differences' | 'failed'; summary: InboxSummary }> {
  const ring = await openRing(context.database, context.settings.fleet.keyRing)
  const results: InboxResult[] = []
  for (const file of files) results.push(await takeFile({ context, run, ring }, file))
  const isFailed = results.some(({ failure }) => failure !== null)
  const state = stateOf(results.flatMap(({ result }) => result ?? []))
  return { state: isFailed ? 'failed' : state, summary: { files: results } }
}

async function takeFile(ingesting: Ingesting, file: InboxFile): Promise<InboxResult> {
  const { context } = ingesting
  const { source, name } = file
  const refused = join(folderOf(file), REFUSED_FOLDER)
  try {
    const profile = await profileFor(context, source, {})
    const order = {
      ...{ name, mediaType: null, source, profile, defaultMetric: null },
      ...({ mode: context.settings.events.mode, onConflict: 'keep' } as const),
    }
    const taking = { order, rejectedTo: refused }
    const { result, givenBack } = await ingestInput(ingesting, inputOf(file), taking)
    const isRefused = result.kind === 'refused'
    const movedTo = await putAway(file, isRefused ? REFUSED_FOLDER : TAKEN_FOLDER)
    return { source, file: file.path, result, failure: null, givenBack, movedTo }
  } catch (error) {
    if (!(error instanceof AppError) || !isOfTheFile(error)) throw error
    const movedTo = await putAway(file, REFUSED_FOLDER)
    if (movedTo !== file.path) {
      await writeFile(`${movedTo}.why.txt`, `${explain(error, context.language)}\n`)
    }
    return { source, file: file.path, result: null, failure: error, givenBack: null, movedTo }
  }
}

/** Whether another file may still be taken in after such a failure. */
function isOfTheFile({ code }: AppError): boolean {
  return /^(?:file|columns|workbook)\./u.test(code)
}

/**
 * Moves a file within the folder of its source; none that lies there already is written over. One that
 * was written to meanwhile stays, and is taken in anew when it is looked at next; one may be gone.
 */
async function putAway(file: InboxFile, into: string): Promise<string> {
  const now = await stat(file.path).catch(() => null)
  if (now?.size !== file.bytes || now.mtimeMs !== file.modifiedMs) return file.path
  const folder = join(folderOf(file), into)
  await mkdir(folder, { recursive: true })
  const there = new Set(await readdir(folder))
  const target = join(
    folder,
    freeName(file.name, (name) => there.has(name)),
  )
  await rename(file.path, target)
  return target
}

function folderOf({ path, name }: InboxFile): string {
  return path.slice(0, -name.length - 1)
}

async function filesIn(inbox: string): Promise<InboxFile[]> {
  const entries = await readdir(inbox, { withFileTypes: true }).catch((cause: Error) => {
    throw new AppError('inbox.not-found', { folder: inbox }, { cause })
  })
  const sources = entries.filter((entry) => entry.isDirectory() && sourceFault(entry.name) === null)
  const found = await Promise.all(sources.map(({ name }) => filesOf(inbox, name)))
  return found.flat()
}

async function filesOf(inbox: string, source: string): Promise<InboxFile[]> {
  const folder = join(inbox, source)
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const found = await Promise.all(
    names.filter(isFinishedName).map(async (name): Promise<InboxFile[]> => {
      const path = join(folder, name)
      const file = await stat(path).catch(() => null) // gone since it was listed
      if (file === null) return []
      return [{ source, name, path, modifiedMs: file.mtimeMs, bytes: file.size }]
    }),
  )
  return found.flat()
}
