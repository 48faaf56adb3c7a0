import type { Phrase } from './language.ts'

/** What is wrong with a mapping profile, said after its place. */
export const PROFILE_FAULTS: readonly (readonly [string, Phrase])[] = [
  [
    'date-format',
    {
      en: 'must say how a whole date is written, with signs between YYYY or YY, MM or M, DD or D, and HH or H, or hh or h with A, mm, ss and SSS, each once at most, such as DD/MM/YYYY HH:mm:ss',
      es: 'debe decir cómo se escribe una fecha completa, con signos entre YYYY o YY, MM o M, DD o D, y HH o H, o hh o h con A, mm, ss y SSS, cada uno una vez como máximo, como DD/MM/YYYY HH:mm:ss',
    },
  ],
  [
    'metric-name',
    {
      en: 'must be the name of a metric: 1 to 120 characters, no line breaks or other control characters',
      es: 'debe ser el nombre de una métrica: de 1 a 120 caracteres, sin saltos de línea ni otros caracteres de control',
    },
  ],
  [
    'same-separator',
    {
      en: 'cannot be what stands before the decimals',
      es: 'no puede ser lo mismo que va delante de los decimales',
    },
  ],
  [
    'heading-twice',
    {
      en: 'stands there before; case and spaces at the ends make no difference',
      es: 'ya está antes; las mayúsculas y los espacios en los extremos no cuentan',
    },
  ],
  [
    'column-role-twice',
    {
      en: 'another column is that already; time, value, metric, source, id and subject have one column each',
      es: 'ya lo es otra columna; time, value, metric, source, id y subject tienen una columna cada uno',
    },
  ],
]
