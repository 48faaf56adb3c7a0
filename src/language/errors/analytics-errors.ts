import type { RegressorProblem } from '../../lib/regressor-problem.ts'
import { failureWords } from '../failure-words.ts'
import type { Phrase } from '../language.ts'
import { listWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** What is asked of studies and is not there. */
export const ANALYTICS_ERRORS: PhrasesOf<'forecast' | 'regressor' | 'verdict'> = {
  'forecast.not-made': ({ source, metric }) => ({
    en: `No forecast of ${metric} (${source}) is kept yet. "muster study" works it out, and every night does.`,
    es: `Aún no se guarda ningún pronóstico de ${metric} (${source}). Lo calcula «muster study», y también cada noche.`,
  }),
  'forecast.too-few-days': ({ source, metric, has, needs }) => ({
    en: `There is not enough data to expect anything of ${metric} (${source}): it has figures of ${has} of the ${needs} days needed. Today counts only once it is over.`,
    es: `No hay datos suficientes para esperar algo de ${metric} (${source}): tiene cifras de ${has} de los ${needs} días necesarios. El día de hoy cuenta cuando haya terminado.`,
  }),
  'forecast.beyond-regressors': ({ source, metric, has, horizon }) => ({
    en: `What moves ${metric} (${source}) is known for ${has} of the ${horizon} days to come that were asked for, so no more can be expected. Ask for ${has} days at most, or give the figures of the regressors further ahead and study the metric again.`,
    es: `Lo que mueve ${metric} (${source}) se conoce para ${has} de los ${horizon} días pedidos, así que no se puede esperar más. Pida ${has} días como máximo, o dé las cifras de los regresores más adelante y estudie la métrica de nuevo.`,
  }),
  'regressor.days-missing': ({ regressor, days, count, horizon }) => ({
    en: `The regressor ${regressor} has no figure on ${count} of the ${horizon} days to come, ${count > days.length ? 'among them' : 'namely'} ${listWords(days).en}. What moves a metric must be known on every day that is looked ahead; give these figures, or look less far ahead.`,
    es: `El regresor ${regressor} no tiene cifra en ${count} de los ${horizon} días por venir, ${count > days.length ? 'entre ellos' : 'que son'} ${listWords(days).es}. Lo que mueve una métrica debe conocerse en cada día por venir; dé esas cifras, o mire menos lejos.`,
  }),
  'regressor.unreadable': ({ file, line, problem, said }) => ({
    en: `The file ${file} cannot be read as figures of a regressor: ${REGRESSOR_PROBLEMS[problem](line, failureWords(said).en).en}. It is CSV with the heading day,value and a line for each day, such as 2026-12-25,1.`,
    es: `El archivo ${file} no se puede leer como cifras de un regresor: ${REGRESSOR_PROBLEMS[problem](line, failureWords(said).es).es}. Es un CSV con el encabezado day,value y una línea por día, como 2026-12-25,1.`,
  }),
  'verdict.not-found': ({ source, metric, day }) => ({
    en: `Nothing is said of ${metric} (${source}) on ${day} that could be withdrawn. "muster anomalies --metric ${metric}" shows what people said.`,
    es: `No consta nada de ${metric} (${source}) el ${day} que se pueda retirar. «muster anomalies --metric ${metric}» muestra lo que se dijo.`,
  }),
}

const REGRESSOR_PROBLEMS: Record<RegressorProblem, (line: number, said: string) => Phrase> = {
  unopened: (_line, said) => ({ en: said, es: said }),
  'no-heading': () => ({
    en: 'its first line does not name the columns day and value',
    es: 'su primera línea no nombra las columnas day y value',
  }),
  'no-day': (line, said) => ({
    en: `line ${line} has "${said}" where a day is wanted`,
    es: `la línea ${line} tiene «${said}» donde va un día`,
  }),
  'no-number': (line, said) => ({
    en: `line ${line} has "${said}" where a number is wanted`,
    es: `la línea ${line} tiene «${said}» donde va un número`,
  }),
  'day-twice': (line, said) => ({
    en: `line ${line} has the day ${said} once more`,
    es: `la línea ${line} repite el día ${said}`,
  }),
  empty: () => ({ en: 'it has no day', es: 'no tiene ningún día' }),
}
