import { nightly as runNight } from '../../jobs/nightly.task.ts'
import { appCommand } from '../command.ts'
import { alertedLines } from '../lines/alert-lines.ts'
import { secondPersonLines } from '../lines/approval-lines.ts'
import { nightLines } from '../lines/night-lines.ts'

export const nightly = appCommand({
  name: 'nightly',
  does: {
    en: 'the night without a person: collect, and with OCS plan, apply where configured, verify, report',
    es: 'la noche sin persona: recopilar y, con OCS, planificar, aplicar si se configuró, verificar, informar',
  },
  async work(app) {
    const who = { ...app.who, cause: 'schedule' as const }
    const { run, state, summary, alerted } = await runNight({ ...app, who })
    const made = [summary.plan, summary.names?.plan?.plan ?? null]
    return {
      ending: state,
      document: { run, state, ...summary, alerted },
      lines: [
        ...nightLines(summary, app.language),
        ...made.flatMap((plan) => secondPersonLines(plan, app)),
        ...(alerted ? alertedLines(alerted, app) : []),
      ],
    }
  },
})
