import type { App } from '../../app.ts'
import { type Decision, decideFindings, sayable } from '../../jobs/findings/decide.task.ts'
import { AppError } from '../../lib/errors.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import type { Answer } from '../answer.ts'
import { AUTHOR_OPTIONS, askedAuthor } from '../asked-author.ts'
import { todayOf } from '../asked-day.ts'
import { askedFindings, findingFilterOptions } from '../asked-findings.ts'
import { askedWord, WORD_OPTIONS } from '../asked-word.ts'
import { appCommand, type Call } from '../command.ts'
import { namedFindings } from '../finding-number.ts'
import { decidedLines, nothingLines, wouldLines } from '../lines/decision-lines.ts'

export const decide = appCommand({
  name: 'decide',
  does: {
    en: 'say one thing of findings, by their ids or all that a filter lists: acknowledged, fixed, accepted until a day, owned, noted',
    es: 'decir una cosa de discrepancias, por sus id. o de todas las que lista un filtro: reconocida, corregida, aceptada hasta un día, con responsable, con nota',
  },
  argument: {
    syntax: '[findings...]',
    means: { en: 'F12 F13; or a filter instead', es: 'F12 F13; o un filtro en su lugar' },
  },
  options: [
    ...WORD_OPTIONS,
    ...AUTHOR_OPTIONS,
    ...findingFilterOptions('owned-by'),
    {
      flags: '--yes',
      means: {
        en: 'say it of all that the filter lists; without it they are only counted',
        es: 'decirlo de todas las que lista el filtro; sin ella solo se cuentan',
      },
    },
    {
      flags: '--dry-run',
      means: {
        en: 'show of which it would be said, and say nothing',
        es: 'mostrar de cuáles se diría, sin decir nada',
      },
    },
  ],
  async work(app, call) {
    const word = askedWord(app, call)
    const { by } = askedAuthor(call)
    const named = namedFindings(call)
    const filters = FILTERS.filter((name) => call.option(name) !== null || call.has(name))
    const isFiltered = filters.length > 0
    if (named.length > 0 && isFiltered) throw twoWays(filters)
    if (named.length === 0 && !isFiltered) throw noWay()
    const ids = named.length > 0 ? named : await filteredIds(app, call)
    const decision = { ids, word, by }
    if (ids.length === 0) return nothing(app, decision)
    if (call.has('dryRun')) return would(app, decision, 'agreed')
    return isFiltered && !call.has('yes') ? would(app, decision, 'held') : said(app, decision)
  },
})

/** The options that choose findings. */
const FILTERS = [
  ...['check', 'site', 'severity', 'state', 'ownedBy', 'dormant', 'olderThan', 'newerThan', 'text'],
]

async function filteredIds(app: App, call: Call): Promise<number[]> {
  const filter = await askedFindings(app, call, 'owned-by')
  return findingStore(app.database).ids(filter, todayOf(app))
}

async function said(app: App, decision: Decision): Promise<Answer> {
  const { run, state, summary } = await decideFindings(app, decision)
  return {
    ending: state,
    document: { run, state, isSaid: true, ...summary },
    lines: decidedLines(summary, app.language),
  }
}

/** What would be said of which; `held` where it waits for the person's yes. */
async function would(app: App, decision: Decision, ending: 'agreed' | 'held'): Promise<Answer> {
  const { word, by } = decision
  const preview = { word, by, ...(await sayable(app, decision)) }
  return {
    ending,
    document: { isSaid: false, ...preview },
    lines: wouldLines(preview, ending === 'held', app.language),
  }
}

function nothing({ language }: App, { word, by }: Decision): Answer {
  return {
    ending: 'agreed',
    document: { isSaid: false, word, by, said: [], refused: [] },
    lines: nothingLines(language),
  }
}

function twoWays(filters: readonly string[]): AppError {
  const about = filters.map(flagOf).join(' ')
  return new AppError('command.misused', { problem: 'misplaced-option', about, meant: '' })
}

function noWay(): AppError {
  return new AppError('command.misused', {
    ...{ problem: 'missing-argument', about: 'FINDINGS', meant: '--check' },
  })
}

/** @example flagOf('olderThan') // => '--older-than' */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`
}
