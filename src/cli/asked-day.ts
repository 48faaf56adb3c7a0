import type { App } from '../app.ts'
import { listStore } from '../inventory/list/store.ts'
import { type Day, dayIn, isDay } from '../lib/day.ts'
import { AppError } from '../lib/errors.ts'
import type { CommandOption } from './command.ts'

/** The day that a list or count is asked as of. */
export const AS_OF_OPTION: CommandOption = {
  flags: '--as-of <day>',
  means: { en: 'as of this day; today when left out', es: 'tal como era ese día; hoy si falta' },
}

/** What an app says of time. */
type Clock = Pick<App, 'now'> & { readonly settings: Pick<App['settings'], 'timeZone'> }

/** The day it is where the installation is. */
export function todayOf({ settings, now }: Clock): Day {
  return dayIn(settings.timeZone, now())
}

/** A day up to today as a person typed it. Throws `command.bad-argument`, `day.in-future`. */
export function askedDay(app: Clock, argument: string, text: string): Day {
  const today = todayOf(app)
  if (!isDay(text)) {
    throw new AppError('command.bad-argument', { argument, value: text, wanted: today })
  }
  if (text > today) throw new AppError('day.in-future', { day: text, today })
  return text
}

/** The day of `--as-of`, else today. Throws `day.not-kept` as well. */
export async function askedKeptDay(app: App, text: string | null): Promise<Day> {
  const day = text === null ? todayOf(app) : askedDay(app, '--as-of', text)
  await listStore(app.database).assertKept(day)
  return day
}
