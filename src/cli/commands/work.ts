import { once } from 'node:events'
import { pino } from 'pino'
import type { App } from '../../app.ts'
import { openJobs } from '../../jobs/queue/open-jobs.ts'
import { say } from '../../language/language.ts'
import type { Answer } from '../answer.ts'
import type { Command, Desk } from '../command.ts'
import { withFitApp } from '../with-fit-app.ts'

export const work: Command = {
  name: 'work',
  does: {
    en: 'do jobs beside other servers of the same database until it is stopped (Ctrl-C)',
    es: 'hacer trabajos junto a otros servidores de la misma base de datos hasta que se detenga (Ctrl-C)',
  },
  run: (desk) => withFitApp(desk, 'work', (app) => workUntilStopped(app, desk)),
}

async function workUntilStopped(app: App, desk: Desk): Promise<Answer> {
  const { signal, language, schedule, who } = app
  const log = pino({ level: 'info', base: { pid: who.pid } }, pino.destination(2))
  const jobs = await openJobs({ context: app, log, timetable: schedule })
  await jobs.begin()
  const started = { en: 'Muster does jobs.', es: 'Muster hace trabajos.' }
  desk.tell([say(started, language)])
  if (signal && !signal.aborted) await once(signal, 'abort')
  await jobs.close()
  const stopped = { en: 'Stopped.', es: 'Detenido.' }
  return { ending: 'agreed', document: { stopped: true }, lines: [say(stopped, language)] }
}
