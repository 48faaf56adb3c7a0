import type { App } from '../app.ts'
import { addDays, type Day, isDay } from '../lib/day.ts'
import { AppError } from '../lib/errors.ts'
import type { Word } from '../reconcile/findings/life-cycle.ts'
import { todayOf } from './asked-day.ts'
import { NOBODY } from './asked-findings.ts'
import type { Call, CommandOption } from './command.ts'

/** What a person may say of findings, one at a time. */
export const WORD_OPTIONS: readonly CommandOption[] = [
  {
    flags: '--acknowledge',
    means: { en: 'somebody knows of it', es: 'alguien está al tanto' },
  },
  {
    flags: '--fixed',
    means: {
      en: 'it is fixed; the next look at the sources verifies that, or opens it again',
      es: 'está corregida; la próxima comparación de las fuentes lo verifica, o la abre de nuevo',
    },
  },
  {
    flags: '--accept',
    means: {
      en: 'it may stay as it is, for a --reason and --until a day',
      es: 'puede quedarse así, por un motivo (--reason) y hasta un día (--until)',
    },
  },
  {
    flags: '--until <day>',
    means: {
      en: 'accepted through this day, or so many days: 30d',
      es: 'aceptada hasta este día, o tantos días: 30d',
    },
  },
  {
    flags: '--reopen',
    means: { en: 'it is open after all', es: 'está abierta después de todo' },
  },
  { flags: '--owner <name>', means: { en: 'who sees to it', es: 'quién se ocupa' } },
  { flags: '--no-owner', means: { en: 'nobody sees to it', es: 'nadie se ocupa' } },
  {
    flags: '--note <text>',
    means: { en: 'a note in place of the one it has', es: 'una nota, en lugar de la que tenga' },
  },
  { flags: '--no-note', means: { en: 'take its note away', es: 'quitarle la nota' } },
]

type Typed = Pick<Call, 'option' | 'has'>

/** The one thing a person says. Throws `command.misused` or `command.bad-argument` where it is none. */
export function askedWord(app: Pick<App, 'now' | 'settings'>, call: Typed): Word {
  const flag = onlyFlag(call)
  const { option } = call
  const reason = option('reason')?.trim() || null
  if (flag !== '--accept' && option('until') !== null) throw misplaced('--until', '--accept')
  switch (flag) {
    case '--acknowledge':
      return { kind: 'acknowledged', words: reason }
    case '--fixed':
      return { kind: 'fixed', words: reason }
    case '--reopen':
      return { kind: 'reopened', words: reason }
    case '--accept':
      if (reason === null) throw missing('--reason <text>')
      return { kind: 'accepted', words: reason, until: askedUntil(app, option('until')) }
    default:
      if (option('reason') !== null) throw misplaced('--reason', '--note')
      return wordOfText(flag, option)
  }
}

type Flag =
  | '--acknowledge'
  | '--fixed'
  | '--accept'
  | '--reopen'
  | '--owner'
  | '--no-owner'
  | '--note'
  | '--no-note'

function onlyFlag({ option, has }: Typed): Flag {
  const flags: readonly (readonly [Flag, boolean])[] = [
    ['--acknowledge', has('acknowledge')],
    ['--fixed', has('fixed')],
    ['--accept', has('accept')],
    ['--reopen', has('reopen')],
    ['--owner', option('owner') !== null],
    ['--no-owner', has('noOwner')],
    ['--note', option('note') !== null],
    ['--no-note', has('noNote')],
  ]
  const [first, ...others] = flags.flatMap(([flag, isGiven]) => (isGiven ? [flag] : []))
  const all = flags.map(([flag]) => flag)
  if (first === undefined) throw missing(all.join(' | '))
  if (others.length === 0) return first
  const value = [first, ...others].join(' ')
  throw new AppError('command.bad-argument', {
    ...{ argument: 'WORD', value, wanted: all.join(', '), form: 'one-of' },
  })
}

function wordOfText(
  flag: '--owner' | '--no-owner' | '--note' | '--no-note',
  option: Call['option'],
): Word {
  switch (flag) {
    case '--no-owner':
      return { kind: 'assigned', words: null }
    case '--no-note':
      return { kind: 'noted', words: null }
    case '--note':
      return { kind: 'noted', words: textOf(flag, option('note')) }
    case '--owner': {
      const owner = textOf(flag, option('owner'))
      if (owner.toLowerCase() === NOBODY) throw misplaced('--owner none', '--no-owner')
      return { kind: 'assigned', words: owner }
    }
  }
}

function textOf(argument: '--owner' | '--note', text: string | null): string {
  const given = text?.trim() ?? ''
  if (given !== '') return given
  throw new AppError('command.bad-argument', {
    ...{ argument, value: '', wanted: argument === '--owner' ? 'Ana' : '"on order"' },
  })
}

/** The last day of an acceptance: a day to come, or so many days from today. Throws `day.not-ahead` as well. */
function askedUntil(app: Pick<App, 'now' | 'settings'>, text: string | null): Day {
  const today = todayOf(app)
  if (text === null) throw missing('--until <day>')
  const [, count] = /^(\d{1,4})d$/iu.exec(text.trim()) ?? []
  const day = count === undefined ? text.trim() : addDays(today, Number(count))
  if (!isDay(day)) {
    const wanted = `${addDays(today, 30)}, 30d`
    throw new AppError('command.bad-argument', { argument: '--until', value: text, wanted })
  }
  if (day <= today) throw new AppError('day.not-ahead', { day, today })
  return day
}

function missing(about: string): AppError {
  return new AppError('command.misused', { problem: 'missing-option', about, meant: '' })
}

function misplaced(about: string, meant: string): AppError {
  return new AppError('command.misused', { problem: 'misplaced-option', about, meant })
}
