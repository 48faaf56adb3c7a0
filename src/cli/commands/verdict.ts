import type { App } from '../../app.ts'
import { assertFigure, knownMetric } from '../../jobs/analytics/known-metric.ts'
import { type SaidOfDay, sayOfDay } from '../../jobs/analytics/verdict.task.ts'
import { VERDICT_WORDS } from '../../language/anomaly-words.ts'
import { type Phrase, say } from '../../language/language.ts'
import { AppError } from '../../lib/errors.ts'
import { AUTHOR_OPTIONS, askedAuthor } from '../asked-author.ts'
import { askedDay } from '../asked-day.ts'
import { SOURCE_OPTION } from '../asked-metric.ts'
import { appCommand, type Call } from '../command.ts'
import { shownText } from '../lines/terminal-text.ts'

const VERDICTS = ['expected', 'no-anomaly'] as const

export const verdict = appCommand({
  name: 'verdict',
  does: {
    en: 'say that a day of a metric is expected or no anomaly, so that it leaves baselines and alerts',
    es: 'decir que un día de una métrica es esperado o no es una anomalía, para que no cuente en referencias ni alertas',
  },
  argument: {
    syntax: '<metric>',
    means: { en: 'for instance devices.total', es: 'por ejemplo devices.total' },
  },
  second: {
    syntax: '<day...>',
    means: {
      en: 'the day, and expected or no-anomaly: 2026-01-31 expected',
      es: 'el día, y expected (esperado) o no-anomaly (no es anomalía): 2026-01-31 expected',
    },
  },
  options: [
    SOURCE_OPTION,
    ...AUTHOR_OPTIONS,
    {
      flags: '--withdraw',
      means: { en: 'take back what was said of the day', es: 'retirar lo que se dijo del día' },
    },
  ],
  async work(app, call) {
    const said = await askedVerdict(app, call)
    const { run, state, summary } = await sayOfDay(app, said)
    return {
      ending: state,
      document: { run, state, ...summary },
      lines: [shownText(say(saidWords(summary), app.language))],
    }
  },
})

async function askedVerdict(app: App, call: Call): Promise<SaidOfDay> {
  const { argument, second = '', others = [], option, has } = call
  const [word, ...more] = others
  if (more.length > 0) throw misused('too-many-arguments', 'muster verdict')
  const { by, reason } = askedAuthor(call)
  const named = has('withdraw') ? withdrawn(word) : askedWord(word)
  const day = askedDay(app, 'DAY', second)
  const { source, metric } = await knownMetric(app.database, {
    ...{ metric: argument ?? '', source: option('source') },
  })
  if (named !== null) await assertFigure(app.database, { source, metric, day })
  return { source, metric, day, verdict: named, reason, by }
}

/** What is taken back need not be said again. */
function withdrawn(word: string | undefined): null {
  if (word !== undefined) throw misused('misplaced-option', '--withdraw')
  return null
}

function askedWord(word: string | undefined): (typeof VERDICTS)[number] {
  if (word === undefined) throw misused('missing-argument', 'VERDICT')
  const found = VERDICTS.find((each) => each === word)
  if (found) return found
  throw new AppError('command.bad-argument', {
    ...{ argument: 'VERDICT', value: word, wanted: VERDICTS.join(', '), form: 'one-of' },
  })
}

function misused(
  problem: 'too-many-arguments' | 'missing-argument' | 'misplaced-option',
  about: string,
): AppError {
  return new AppError('command.misused', { problem, about, meant: '' })
}

function saidWords({ source, metric, day, verdict: said, by }: SaidOfDay): Phrase {
  if (said === null) {
    return {
      en: `${by} withdrew what was said of ${metric} (${source}) on ${day}. The next study judges the day again.`,
      es: `${by} retiró lo dicho de ${metric} (${source}) el ${day}. El próximo estudio vuelve a juzgar el día.`,
    }
  }
  const word = VERDICT_WORDS[said]
  return {
    en: `${metric} (${source}) on ${day}: ${word.en}, says ${by}. The next study leaves the day out of baselines and alerts.`,
    es: `${metric} (${source}) el ${day}: ${word.es}, según ${by}. El próximo estudio deja el día fuera de referencias y alertas.`,
  }
}
