import type { Regressor } from '../../analytics/forecast/regressors/regressor.ts'
import type { App } from '../../app.ts'
import { assertKnownAhead } from '../../jobs/analytics/forecast-now.ts'
import { knownMetric } from '../../jobs/analytics/known-metric.ts'
import { studyFigures } from '../../jobs/analytics/study.task.ts'
import { STUDIED_AGGREGATE } from '../../jobs/analytics/study-look.ts'
import { AppError } from '../../lib/errors.ts'
import { askedHorizon } from '../asked-horizon.ts'
import { askedRegressors, REGRESSOR_OPTIONS } from '../asked-regressors.ts'
import { appCommand, type Call } from '../command.ts'
import { studyLines } from '../lines/study-lines.ts'

export const study = appCommand({
  name: 'study',
  does: {
    en: 'look at daily figures for what is odd, and work out what is expected of them',
    es: 'buscar lo raro en las cifras diarias, y calcular lo que se espera de ellas',
  },
  argument: {
    syntax: '[metric]',
    means: { en: 'only this metric', es: 'solo esta métrica' },
  },
  options: [
    {
      flags: '--source <name>',
      means: { en: 'only those of this source', es: 'solo las de esta fuente' },
    },
    {
      flags: '--anew',
      means: {
        en: 'choose every model anew, also where there are no new figures',
        es: 'elegir de nuevo cada modelo, aunque no haya cifras nuevas',
      },
    },
    ...REGRESSOR_OPTIONS,
    {
      flags: '--horizon <days>',
      means: {
        en: 'for how many days to come regressors must be known, 1 to 365 (30)',
        es: 'para cuántos días por venir deben conocerse los regresores, de 1 a 365 (30)',
      },
    },
  ],
  async work(app, call) {
    const { argument, option, has } = call
    const regressors = await regressorsOfMetric(app, call)
    const request = { source: option('source'), metric: argument, anew: has('anew'), regressors }
    const { run, state, summary } = await studyFigures(app, request)
    const lines = studyLines(summary, app.language)
    return { ending: state, document: { run, state, ...summary }, lines }
  },
})

/** What moves the one metric that is studied. Throws `command.misused` where none is named. */
async function regressorsOfMetric(app: App, call: Call): Promise<readonly Regressor[] | null> {
  const horizon = askedHorizon(call)
  const regressors = await askedRegressors(app, call)
  if (regressors === null) return null
  if (call.argument === null) {
    const problem = 'missing-argument'
    throw new AppError('command.misused', { problem, about: 'METRIC', meant: '' })
  }
  const { source, metric } = await knownMetric(app.database, {
    ...{ metric: call.argument, source: call.option('source') },
  })
  const name = { source, metric, aggregate: STUDIED_AGGREGATE } as const
  await assertKnownAhead(app, name, { regressors, horizon })
  return regressors
}
