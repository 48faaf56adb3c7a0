import type { Phrase } from '../language.ts'

/** What is wrong with a text as YAML, by the codes of the parser. */
export const YAML_REASONS: ReadonlyMap<string, Phrase> = new Map([
  [
    'BAD_INDENT',
    {
      en: 'the spaces at the start of the line do not fit the lines around it, or a list or group opened before it is not closed',
      es: 'los espacios al comienzo de la línea no encajan con las líneas vecinas, o una lista o grupo abierto antes no se cierra',
    },
  ],
  [
    'TAB_AS_INDENT',
    {
      en: 'a tab stands at the start of the line; use spaces',
      es: 'hay un tabulador al comienzo de la línea; use espacios',
    },
  ],
  [
    'MISSING_CHAR',
    {
      en: 'a quote, bracket or comma is missing; what is opened here or above must be closed',
      es: 'falta una comilla, un corchete, una llave o una coma; lo que se abre aquí o más arriba debe cerrarse',
    },
  ],
  [
    'UNEXPECTED_TOKEN',
    {
      en: 'something stands here that belongs to nothing; look for a colon, quote, bracket or dash too many or too few',
      es: 'aquí hay algo que no pertenece a nada; busque dos puntos, comillas, corchetes o guiones de más o de menos',
    },
  ],
  [
    'DUPLICATE_KEY',
    {
      en: 'this setting stands there twice; keep one of them',
      es: 'este ajuste aparece dos veces; deje uno',
    },
  ],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    {
      en: 'a value holds a colon, or a setting is indented under one that has a value already; put a value with a colon in quotes',
      es: 'un valor contiene dos puntos, o un ajuste está debajo de otro que ya tiene valor; ponga entre comillas un valor con dos puntos',
    },
  ],
  [
    'MULTILINE_IMPLICIT_KEY',
    {
      en: 'a colon with a space after it is missing between a setting and its value',
      es: 'faltan los dos puntos con un espacio detrás entre un ajuste y su valor',
    },
  ],
  [
    'BLOCK_IN_FLOW',
    {
      en: 'inside [ ] or { } every value stands between commas, not on an indented line of its own',
      es: 'dentro de [ ] o { } cada valor va entre comas, no en una línea propia con espacios',
    },
  ],
  [
    'BAD_SCALAR_START',
    {
      en: 'a value starts with a sign that means something else in YAML; put the value in quotes',
      es: 'un valor comienza con un signo que en YAML significa otra cosa; ponga el valor entre comillas',
    },
  ],
  [
    'BAD_DQ_ESCAPE',
    {
      en: "a backslash inside double quotes means something else; use single quotes: 'C:\\in'",
      es: "una barra invertida entre comillas dobles significa otra cosa; use comillas simples: 'C:\\in'",
    },
  ],
  [
    'BAD_ALIAS',
    {
      en: 'a value that starts with * must be in quotes, such as "*AR01*"',
      es: 'un valor que comienza con * debe ir entre comillas, como "*AR01*"',
    },
  ],
  [
    'MULTIPLE_DOCS',
    {
      en: 'a line of three dashes begins a second document; a configuration is one',
      es: 'una línea de tres guiones comienza un segundo documento; una configuración es uno solo',
    },
  ],
])
