import type { Regressor } from '../analytics/forecast/regressors/regressor.ts'
import type { App } from '../app.ts'
import { namedRegressor } from '../jobs/analytics/named-regressor.ts'
import type { Call, CommandOption } from './command.ts'
import { readRegressorFile } from './regressor-file.ts'

/** What moves a metric, as far as a command line says it. */
export const REGRESSOR_OPTIONS: readonly CommandOption[] = [
  {
    flags: '--regressor <name>',
    means: {
      en: 'what moves the metric, known for the days to come: another one as source/metric, a day of the week (monday...), or weekend',
      es: 'lo que mueve la métrica, conocido para los días por venir: otra como fuente/métrica, un día de la semana (monday...), o weekend (fin de semana)',
    },
    isRepeatable: true,
  },
  {
    flags: '--regressor-file <file>',
    means: {
      en: 'the same from a CSV file day,value, such as 1 on holidays and 0 on all other days',
      es: 'lo mismo de un archivo CSV day,value, por ejemplo 1 en los feriados y 0 en los demás días',
    },
    isRepeatable: true,
  },
]

/** In the place of a name: nothing moves the metric any more. */
const NONE = 'none'

/** What a person names as moving a metric; null where they name nothing. Throws what kept it from being understood. */
export async function askedRegressors(
  { database }: Pick<App, 'database'>,
  { option }: Pick<Call, 'option'>,
): Promise<readonly Regressor[] | null> {
  const [names, files] = [listed(option('regressor')), listed(option('regressorFile'))]
  if (names.length + files.length === 0) return null
  const found: Regressor[] = []
  for (const name of names.filter((each) => each !== NONE)) {
    found.push(await namedRegressor(database, name))
  }
  for (const file of files) found.push(await readRegressorFile(file))
  return found
}

function listed(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}
