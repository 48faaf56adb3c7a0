import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { CollectedDay } from '../../collect/collect-day.task.ts'
import { importDay } from '../../contract/past-days.ts'
import { importDay as takeDay } from '../../jobs/fleet/import-day.task.ts'
import { NOTE_WORDS, REJECTION_WORDS } from '../../language/delivery-words.ts'
import { heldCollectionWords } from '../../language/hold-words.ts'
import { type Language, say } from '../../language/language.ts'
import { AppError } from '../../lib/errors.ts'
import { DEFAULT_LIMITS } from '../../workbook/workbook-limits.ts'
import type { Api } from '../api.ts'
import { handle } from '../handle.ts'
import { takingFiles } from '../sent-file.ts'
import { withSpooled } from '../spooled-file.ts'
import { taskContext } from '../task-context.ts'
import { pastDay } from './asked-days.ts'

type Told = Omit<z.input<(typeof importDay)['response']>, 'run' | 'state'>

const mostBytes = DEFAULT_LIMITS.fileBytes
const MOST_FAULTS = 200

/** Days before Muster was there, from old exports. */
export function pastDayRoutes(http: FastifyInstance, api: Api): void {
  const { app } = api

  takingFiles(http, (scope) => {
    handle(scope, importDay, async ({ query, caller, language, raw }) => {
      const { source, filename: said } = query
      const day = pastDay(app, query.day)
      if (!app.settings.fleet.deviceFiles[source]) {
        throw new AppError('source.not-configured', { source })
      }
      return withSpooled(raw, { said, mostBytes }, async ({ path: file, name: calledAs }) => {
        const context = taskContext(api, { caller, language })
        const taken = await takeDay(context, { day, source, file, calledAs })
        const [collected] = taken.summary.sources
        if (!collected) throw new Error('nothing came of the file')
        if (collected.failure) throw collected.failure
        const { run, state } = taken
        if (state === 'failed') throw new Error(`run ${run} failed and does not say why`)
        return { run, state, ...toldCollected(collected, language) }
      })
    })
  })
}

function toldCollected(collected: CollectedDay, language: Language): Told {
  const { id, source, day, records, rejections, notes, holds, history } = collected
  const faults = rejections.slice(0, MOST_FAULTS).map(({ place, code, raw }) => {
    return { place, code, raw, message: say(REJECTION_WORDS[code], language) }
  })
  return {
    ...{ source, day, collection: id, records, history: history && { ...history } },
    faults: { items: faults, total: rejections.length },
    notes: notes.map(({ place, code, detail }) => {
      return { place, code, detail, message: say(NOTE_WORDS[code], language) }
    }),
    holds: holds.map((hold) => {
      return { code: hold.code, message: say(heldCollectionWords(hold, null), language) }
    }),
  }
}
