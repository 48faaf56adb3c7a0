import { once } from 'node:events'
import { pino } from 'pino'
import { type OneTimePassword, peopleStore } from '../../access/people/store.ts'
import type { App } from '../../app.ts'
import type { Phrase } from '../../language/language.ts'
import { say } from '../../language/language.ts'
import type { Answer } from '../answer.ts'
import type { Command, Desk } from '../command.ts'
import { startServing } from '../serving.ts'
import { withFitApp } from '../with-fit-app.ts'

export const serve: Command = {
  name: 'serve',
  does: {
    en: 'serve the API and do jobs until it is stopped (Ctrl-C)',
    es: 'servir la API y hacer trabajos hasta que se detenga (Ctrl-C)',
  },
  run: (desk) => withFitApp(desk, 'serve', (app) => serveUntilStopped(app, desk)),
}

async function serveUntilStopped(app: App, desk: Desk): Promise<Answer> {
  const { signal, language } = app
  const log = pino({ level: 'info', base: { pid: app.who.pid } }, pino.destination(2))
  const { address, close } = await startServing(app, log)
  try {
    // once it listens: the password is shown once, and a server that cannot listen would waste it
    const first = await peopleStore(app.database).createFirst(app.now())
    if (first) desk.tell(firstAdministrator(first).map((line) => say(line, language)))
    desk.tell([say(listening(address), language)])
    if (signal && !signal.aborted) await once(signal, 'abort')
  } finally {
    await close()
  }
  return { ending: 'agreed', document: { address }, lines: [say(STOPPED, language)] }
}

/** Said when a server has stopped as it was asked to. */
export const STOPPED: Phrase = { en: 'Stopped.', es: 'Detenido.' }

function listening(address: string): Phrase {
  return { en: `Muster listens at ${address}`, es: `Muster escucha en ${address}` }
}

/** Told this once: it is kept as a hash only. */
function firstAdministrator({ name, password }: OneTimePassword): Phrase[] {
  return [
    {
      en: `There is nobody yet, so there is an administrator now: ${name}, one-time password ${password}`,
      es: `Todavía no hay nadie, así que ahora hay un administrador: ${name}, contraseña de un solo uso ${password}`,
    },
    {
      en: `It is good for a day, is shown this once, and must be changed at first. Another one: muster person ${name} --one-time-password`,
      es: `Sirve un día, se muestra esta única vez y hay que cambiarla al entrar. Para otra: muster person ${name} --one-time-password`,
    },
  ]
}
