import { COLUMN_ROLES, MappingProfile } from '../events/profile/mapping-profile.ts'
import { AppError } from '../lib/errors.ts'
import type { Call, CommandOption } from './command.ts'

/** How the files are read, as far as a command line can say it. */
export const PROFILE_OPTIONS: readonly CommandOption[] = [
  {
    flags: '--column <heading=role>',
    means: {
      en: `what a column is: ${COLUMN_ROLES.join(', ')}; several with commas between, or given again`,
      es: `qué es una columna: ${COLUMN_ROLES.join(', ')}; varias separadas por comas, o repetida`,
    },
    isRepeatable: true,
  },
  {
    flags: '--date-format <format>',
    means: {
      en: 'how dates are written that are not ISO 8601: DD/MM/YYYY HH:mm',
      es: 'cómo se escriben las fechas que no son ISO 8601: DD/MM/YYYY HH:mm',
    },
  },
  {
    flags: '--time-zone <zone>',
    means: {
      en: 'of times without an offset, and in which a day is a day: America/Havana',
      es: 'de las horas sin desfase, y en la que un día es un día: America/Havana',
    },
  },
  {
    flags: '--decimal-comma',
    means: { en: 'decimals stand after a comma', es: 'los decimales van tras una coma' },
  },
  {
    flags: '--thousands <sign>',
    means: {
      en: "what stands between groups of three digits: , . ' or a blank",
      es: "lo que separa los grupos de tres cifras: , . ' o un espacio",
    },
  },
]

/** What was said of how the files are read. Throws `command.bad-argument`. */
export function askedProfile(call: Call): Partial<MappingProfile> {
  const columns = Object.fromEntries((call.option('column')?.split(',') ?? []).map(columnOf))
  const dateFormat = call.option('dateFormat')
  const timeZone = call.option('timeZone')
  const thousandsSeparator = call.option('thousands')
  const given = {
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(dateFormat === null ? {} : { dateFormat }),
    ...(timeZone === null ? {} : { timeZone }),
    ...(call.has('decimalComma') ? { decimalComma: true } : {}),
    ...(thousandsSeparator === null ? {} : { thousandsSeparator }),
  }
  const parsed = MappingProfile.safeParse(given)
  if (!parsed.success) throw wrongly(parsed.error.issues[0]?.path[0], given)
  const said = new Set(Object.keys(given))
  return Object.fromEntries(Object.entries(parsed.data).filter(([name]) => said.has(name)))
}

function columnOf(text: string): [string, string] {
  const at = text.lastIndexOf('=')
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)]
  throw badArgument('--column', text)
}

const OPTIONS: Readonly<Record<string, string>> = {
  columns: '--column',
  dateFormat: '--date-format',
  timeZone: '--time-zone',
  thousandsSeparator: '--thousands',
}
const WANTED: Readonly<Record<string, string>> = {
  '--column': `Fecha=time, Importe=value (${COLUMN_ROLES.join(', ')})`,
  '--date-format': 'DD/MM/YYYY, DD/MM/YYYY HH:mm:ss',
  '--time-zone': 'America/Havana, Europe/Madrid, UTC',
  '--thousands': ", . '",
}

function wrongly(path: PropertyKey | undefined, given: Readonly<Record<string, unknown>>) {
  const option = OPTIONS[String(path)] ?? '--column'
  const value = given[String(path)]
  return badArgument(option, typeof value === 'string' ? value : JSON.stringify(value))
}

function badArgument(argument: string, value: string): AppError {
  return new AppError('command.bad-argument', { argument, value, wanted: WANTED[argument] ?? '' })
}
