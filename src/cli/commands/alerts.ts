import type { App } from '../../app.ts'
import { alertNow, concernsNow } from '../../jobs/alert.task.ts'
import type { Answer } from '../answer.ts'
import { appCommand } from '../command.ts'
import { alertLines, concernLines } from '../lines/alert-lines.ts'

export const alerts = appCommand({
  name: 'alerts',
  does: {
    en: 'tell what is wrong now, and send what has changed by mail and webhook as configured',
    es: 'decir qué anda mal ahora, y enviar lo que cambió por correo y webhook según la configuración',
  },
  options: [
    {
      flags: '--dry-run',
      means: {
        en: 'only tell; send and keep nothing',
        es: 'solo decir; no enviar ni guardar nada',
      },
    },
  ],
  work: (app, { has }) => (has('dryRun') ? tell(app) : send(app)),
})

async function tell(app: App): Promise<Answer> {
  const concerns = await concernsNow(app)
  return {
    ending: concerns.length === 0 ? 'agreed' : 'differences',
    document: { concerns, total: concerns.length },
    lines: concernLines(concerns, app),
  }
}

async function send(app: App): Promise<Answer> {
  const alerted = await alertNow(app)
  const { run, state, summary, concerns } = alerted
  return {
    ending: state,
    document: { run, state, ...summary, concerns },
    lines: alertLines(alerted, app),
  }
}
