import type { App } from '../../app.ts'
import { collectFleet } from '../../jobs/fleet/collect-fleet.task.ts'
import { fleetSources } from '../../jobs/fleet/fleet-sources.ts'
import { AppError } from '../../lib/errors.ts'
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
    return collectedAnswer(app, await collectFleet(app, askedSources(app, option('only'))))
  },
})

/** The sources a person named; none where they named no list. Throws `command.bad-argument` for an empty one. */
function askedSources({ settings }: App, list: string | null): string[] {
  if (list === null) return []
  const named = list.split(',').map((name) => name.trim())
  const only = [...new Set(named)].filter((name) => name !== '')
  if (only.length > 0) return only
  const wanted = fleetSources(settings).join(', ') || 'ninjaone, threatlocker'
  throw new AppError('command.bad-argument', { argument: '--only', value: list, wanted })
}
