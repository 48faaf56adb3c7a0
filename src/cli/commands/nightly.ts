import { nightly as runNight } from '../../jobs/nightly.task.ts'
import { appCommand } from '../command.ts'
import { nightLines } from '../lines/night-lines.ts'

export const nightly = appCommand({
  name: 'nightly',
  does: {
    en: 'the night without a person: collect, and with OCS plan, apply where configured, verify, report',
    es: 'la noche sin persona: recopilar y, con OCS, planificar, aplicar si se configuró, verificar, informar',
  },
  async work(app) {
    const who = { ...app.who, cause: 'schedule' as const }
    const { run, state, summary } = await runNight({ ...app, who })
    return {
      ending: state,
      document: { run, state, ...summary },
      lines: nightLines(summary, app.language),
    }
  },
})
