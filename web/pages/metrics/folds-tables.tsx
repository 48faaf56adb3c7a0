import type { Answer } from '../../api/call.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import { FigureTable } from './figure-table.tsx'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'

/** What a reliability is made of: its parts, its folds, and the models that were tried. */
export function FoldsTables({ told }: { readonly told: Answer<'forecastReliability'> }) {
  const say = useWords(METRICS)
  const { number, percent, day } = useFormat()
  const figure = (value: number | null) => (value === null ? '–' : number(value, 2))
  const share = (value: number | null) => (value === null ? '–' : percent(value * 100))
  const parts = told.parts.map(({ name, weight, points, measured }) => [
    ...[say[name], number(weight, 2), number(points, 1), number(measured, 2)],
  ])
  const folds = told.folds.map((fold) => [
    ...[day(fold.origin), number(fold.steps), figure(fold.mae), figure(fold.rmse)],
    ...[figure(fold.mape), figure(fold.smape), figure(fold.mase), share(fold.coverage)],
  ])
  const errors = ['MAE', 'RMSE', 'MAPE', 'sMAPE', 'MASE']
  return (
    <>
      {parts.length > 0 && (
        <FigureTable
          title={say.reliability}
          columns={[say.part, say.weight, say.points, say.measured]}
          rows={parts}
        />
      )}
      {folds.length === 0 ? (
        <p className={styles.dim}>{say.noFolds}</p>
      ) : (
        <FigureTable
          title={say.folds}
          columns={[say.origin, say.steps, ...errors, say.coverage]}
          rows={folds}
        />
      )}
      {told.candidates.length > 0 && (
        <FigureTable
          title={say.candidates}
          columns={[say.model, 'MASE']}
          rows={told.candidates.map(({ model, mase }) => [model, figure(mase)])}
        />
      )}
    </>
  )
}

/** What a model found: its parameters, and what each regressor does. */
export function EffectsTable({ forecast }: { readonly forecast: Answer<'dailyForecast'> }) {
  const say = useWords(METRICS)
  const { number } = useFormat()
  const { parameters, regressors } = forecast
  const figure = (value: number | null) => (value === null ? '–' : number(value, 4))
  const found = Object.entries(parameters).map(([name, value]) => [name, number(value, 4)])
  return (
    <>
      {found.length > 0 && (
        <FigureTable title={say.parameters} columns={[say.name, say.value]} rows={found} />
      )}
      {regressors.length > 0 && (
        <FigureTable
          title={say.regressors}
          columns={[say.name, say.effect, say.error, say.missing, '']}
          rows={regressors.map(({ name, coefficient, standardError, missing, isHeeded }) => [
            ...[name, figure(coefficient), figure(standardError), number(missing)],
            isHeeded ? say.heeded : say.unheeded,
          ])}
        />
      )}
    </>
  )
}
