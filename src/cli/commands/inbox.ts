import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../../app.ts'
import { ingestAnswer } from '../../events/ingest/ingest-answer.ts'
import { type InboxResult, lookIntoInbox, takeInbox } from '../../jobs/events/inbox.task.ts'
import { say } from '../../language/language.ts'
import { isAppError } from '../../lib/errors.ts'
import type { Answer } from '../answer.ts'
import type { Call, Command, Desk } from '../command.ts'
import { inboxLines } from '../lines/inbox-lines.ts'

/** How long nothing is looked at while nothing comes. */
const PAUSE_MS = 3_000

export const inbox: Command = {
  name: 'inbox',
  does: {
    en: 'take in the files of events that lie in the inbox, and put each away: taken, or refused with the reasons beside it',
    es: 'tomar los archivos de eventos que hay en el buzón, y guardar cada uno aparte: tomado, o rechazado con los motivos al lado',
  },
  options: [
    {
      flags: '--watch',
      means: {
        en: 'go on looking until it is stopped (Ctrl-C)',
        es: 'seguir mirando hasta que se detenga (Ctrl-C)',
      },
    },
  ],
  run: (desk, call) => desk.withApp(desk.config, (app) => lookOrWatch(app, desk, call)),
}

function lookOrWatch(app: App, desk: Desk, call: Call): Promise<Answer> {
  return call.has('watch') ? watch(app, desk) : lookOnce(app)
}

async function lookOnce(app: App): Promise<Answer> {
  const waiting = await lookIntoInbox(app)
  if (waiting.length === 0) {
    const none = { en: 'Nothing lies in the inbox.', es: 'No hay nada en el buzón.' }
    return { ending: 'agreed', document: { files: [] }, lines: [say(none, app.language)] }
  }
  const { run, state, summary } = await takeInbox(app, waiting)
  const files = summary.files.map(documentOf)
  return {
    ending: state,
    document: { run, state, files },
    lines: inboxLines(summary, app.language),
  }
}

/** Tells of each look at once; what comes while another run takes files in is looked at again. */
async function watch(app: App, desk: Desk): Promise<Answer> {
  const { signal, language } = app
  let files = 0
  while (!signal?.aborted) {
    const waiting = await lookIntoInbox(app)
    if (waiting.length > 0) {
      const taken = await takeInbox(app, waiting).catch(orBusy)
      files += taken?.summary.files.length ?? 0
      if (taken) desk.tell(inboxLines(taken.summary, language))
    }
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => {}) // woken to stop
  }
  const done = { en: `Stopped; ${files} files.`, es: `Detenido; ${files} archivos.` }
  return { ending: 'agreed', document: { files }, lines: [say(done, language)] }
}

function orBusy(error: unknown): null {
  if (isAppError(error, 'run.busy') || isAppError(error, 'run.cancelled')) return null
  throw error
}

function documentOf({ source, file, result, failure, givenBack, movedTo }: InboxResult) {
  const answer = result === null ? null : ingestAnswer(source, result)
  const error = failure === null ? null : { code: failure.code, details: failure.details }
  return { file, ...answer, error, givenBack, movedTo }
}
