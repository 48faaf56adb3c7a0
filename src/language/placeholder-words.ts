import type { Phrase } from './language.ts'

/** What stands for a value in the help of a command: `<file>`, `[plan]`, `--out <file>`. */
const PLACEHOLDERS: ReadonlyMap<string, string> = new Map([
  ['options', 'opciones'],
  ['command', 'comando'],
  ['plan', 'plan'],
  ['held', 'retenido'],
  ['what', 'qué'],
  ['workbook', 'libro'],
  ['file', 'archivo'],
  ['files', 'archivos'],
  ['folder', 'carpeta'],
  ['name', 'nombre'],
  ['text', 'texto'],
  ['place', 'lugar'],
  ['format', 'formato'],
  ['language', 'idioma'],
  ['list', 'lista'],
  ['day', 'día'],
  ['machine', 'equipo'],
  ['organisation', 'organización'],
  ['site', 'sitio'],
  ['number', 'número'],
  ['days', 'días'],
  ['check', 'comprobación'],
  ['severity', 'gravedad'],
  ['state', 'estado'],
  ['finding', 'discrepancia'],
  ['findings', 'discrepancias'],
  ['word', 'palabra'],
  ['measure', 'medida'],
  ['field', 'campo'],
  ['why', 'motivo'],
  ['metric', 'métrica'],
  ['method', 'método'],
  ['verdict', 'veredicto'],
  ['side', 'lado'],
  ['figure', 'cifra'],
  ['percent', 'porcentaje'],
])

const BRACKETED = /(?<=[<[])[\w-]+(?=(?:\.\.\.)?[>\]])/gu

/** A command's syntax with the words for its values in each language; its options keep their names. */
export function syntaxWords(syntax: string): Phrase {
  return { en: syntax, es: syntax.replace(BRACKETED, (word) => PLACEHOLDERS.get(word) ?? word) }
}

/** What a value is for: an argument by its name (`PLAN`, `held`), or an option as it is typed. */
export function argumentWords(argument: string): Phrase {
  const name = argument.toLowerCase()
  return syntaxWords(PLACEHOLDERS.has(name) ? `<${name}>` : argument)
}
