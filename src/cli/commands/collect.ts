import { collectFleet } from '../../jobs/fleet/collect-fleet.task.ts'
import { collectedAnswer } from '../collected-answer.ts'
import { appCommand } from '../command.ts'

export const collect = appCommand({
  name: 'collect',
  does: {
    en: 'collect today of every configured source and keep it as history',
    es: 'recopilar el día de hoy de cada fuente configurada y conservarlo como historia',
  },
  options: [
    {
      flags: '--only <list>',
      means: {
        en: 'these sources only, with commas between: ninjaone,threatlocker',
        es: 'solo estas fuentes, separadas por comas: ninjaone,threatlocker',
      },
    },
  ],
  async work(app, { option }) {
    const only = (option('only') ?? '').split(',').map((name) => name.trim())
    const named = only.filter((name) => name !== '')
    return collectedAnswer(app, await collectFleet(app, [...new Set(named)]))
  },
})
