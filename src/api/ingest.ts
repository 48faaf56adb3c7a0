import { createReadStream } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { ingestEvents } from '../contract/ingest.ts'
import { nameFault, sourceFault } from '../events/accept/metric.ts'
import { ingestAnswer } from '../events/ingest/ingest-answer.ts'
import type { Ingested } from '../events/ingest/ingest-file.task.ts'
import { DEFAULT_EVENT_FILE_LIMITS } from '../events/parse/event-file-limits.ts'
import { ingestFiles } from '../jobs/events/ingest.task.ts'
import type { EventInput } from '../jobs/events/received-input.task.ts'
import type { Language, Phrase } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'
import { inTurn } from './in-turn.ts'
import { takingFiles } from './sent-file.ts'
import { type SpooledFile, withSpooled } from './spooled-file.ts'
import { taskContext } from './task-context.ts'
import { toldFault, toldWarning } from './told-file.ts'

/** Files of events by HTTP: written to disk as they come, several at once, and taken in one after another. */
export function ingestRoutes(http: FastifyInstance, api: Api): void {
  const takeTurn = inTurn()
  takingFiles(http, (scope) => {
    handle(scope, ingestEvents, async ({ query, caller, language, raw }) => {
      const { source_name: source, mode, on_conflict: onConflict } = query
      const metric = query.default_metric
      assertNamed('source_name', sourceFault(source))
      assertNamed('default_metric', metric === undefined ? null : nameFault(metric))
      const context = taskContext(api, { caller, language })
      const received = { said: query.filename, mostBytes: DEFAULT_EVENT_FILE_LIMITS.fileBytes }
      const { summary, name } = await withSpooled(raw, received, async (file) => {
        const input = inputOf(file)
        const done = await takeTurn(() =>
          ingestFiles(context, {
            ...{ inputs: [input], source, defaultMetric: query.default_metric ?? null, mode },
            ...{ onConflict, profile: {}, savedBy: null, rejectedTo: null },
          }),
        )
        return { ...done, name: input.name }
      })
      const [file] = summary.files
      if (!file) throw new Error('nothing came of the file')
      return toldIngest({ source, name, result: file.result }, language)
    })
  })
}

/** `fault`: what is wrong with a name that a request gives; null where nothing is. */
function assertNamed(place: string, fault: ReturnType<typeof sourceFault>): void {
  if (fault === null) return
  const message = NAME_FAULTS[fault]
  throw new AppError('request.invalid', { faults: [{ place: `query.${place}`, message }] })
}

const NAME_FAULTS: Readonly<Record<NonNullable<ReturnType<typeof sourceFault>>, Phrase>> = {
  blank: { en: 'blank', es: 'en blanco' },
  'too-long': { en: 'too-long', es: 'demasiado largo' },
  'control-character': { en: 'control-character', es: 'carácter de control' },
  reserved: { en: 'reserved', es: 'reservado' },
}

type StreamedInput = Extract<EventInput, { kind: 'stream' }>

/** The file of a request, which has come whole, as it is taken in. */
function inputOf({ path, sentName: name, mediaType }: SpooledFile): StreamedInput {
  return { kind: 'stream', name, mediaType, bytes: createReadStream(path) }
}

interface SentFile {
  readonly source: string
  readonly name: string
  readonly result: Ingested
}

/** What came of a file. Throws `file.rows-refused` with the faults of one that was refused. */
function toldIngest({ source, name, result }: SentFile, language: Language) {
  const { faults, ...answer } = ingestAnswer(source, result)
  const told = (faults?.first ?? []).map((fault) => toldFault(fault, language))
  const total = faults?.total ?? 0
  const { state, upload_id, rows } = answer
  if (state === 'refused' || upload_id === null) {
    throw new AppError('file.rows-refused', { file: name, rows, total, faults: told })
  }
  const warnings = answer.warnings.map((warning) => toldWarning(warning, language))
  const metrics = [...answer.metrics]
  return { ...answer, state, upload_id, metrics, warnings, faults: told, total }
}
