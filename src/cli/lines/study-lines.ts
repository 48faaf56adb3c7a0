import { JUDGED_DAYS, JUDGED_ONLY_DAYS } from '../../jobs/analytics/study-look.ts'
import type { SeriesFault, StudySummary } from '../../jobs/analytics/study-summary.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords, type Noun } from '../../language/list-words.ts'
import { failureLine } from './fault-lines.ts'
import { shownText } from './terminal-text.ts'

/** What a study came to, on a terminal or in the mail of a night. */
export function studyLines(summary: StudySummary, language: Language): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  const { series, chosen, skilled, lookedAgain, unchanged, unknown, judgedOnly, broken } = summary
  if (series === 0) return [words(NO_SERIES)]
  const told: readonly (readonly [number, Phrase])[] = [
    [chosen, chosenWords(chosen, skilled)],
    [lookedAgain, lookedWords(lookedAgain)],
    [unchanged, unchangedWords(unchanged)],
    [unknown, unknownWords(unknown)],
    [judgedOnly, judgedOnlyWords(judgedOnly)],
    [broken, brokenWords(broken)],
  ]
  return [
    words(counted(series, SERIES)),
    ...told.filter(([count]) => count > 0).map(([, phrase]) => `  ${words(phrase)}`),
    ...summary.faults.map((fault) => shownText(`    ${faultText(fault, language)}`)),
    ...(chosen + lookedAgain + unknown + judgedOnly > 0 ? [words(oddWords(summary))] : []),
  ]
}

const NO_SERIES: Phrase = {
  en: 'There are no daily figures to study yet.',
  es: 'Aún no hay cifras diarias que estudiar.',
}

const SERIES: Noun = {
  one: { en: 'daily series', es: 'serie diaria' },
  many: { en: 'daily series', es: 'series diarias' },
}
const CHOSEN: Noun = {
  one: { en: 'got a model', es: 'recibió un modelo' },
  many: { en: 'got a model', es: 'recibieron un modelo' },
}
const BETTER: Noun = {
  one: { en: 'of them beats the naive ones', es: 'de ellas supera a los ingenuos' },
  many: { en: 'of them beat the naive ones', es: 'de ellas superan a los ingenuos' },
}

function chosenWords(chosen: number, skilled: number): Phrase {
  const [all, better] = [counted(chosen, CHOSEN), counted(skilled, BETTER)]
  return { en: `${all.en}; ${better.en}`, es: `${all.es}; ${better.es}` }
}

function lookedWords(count: number): Phrase {
  return counted(count, {
    one: { en: 'kept its model, with new figures', es: 'siguió con su modelo, con cifras nuevas' },
    many: {
      en: 'kept their model, with new figures',
      es: 'siguieron con su modelo, con cifras nuevas',
    },
  })
}

function unchangedWords(count: number): Phrase {
  return counted(count, {
    one: { en: 'has no new figures', es: 'no tiene cifras nuevas' },
    many: { en: 'have no new figures', es: 'no tienen cifras nuevas' },
  })
}

function unknownWords(count: number): Phrase {
  return counted(count, {
    one: { en: 'has too few days for any model', es: 'tiene muy pocos días para un modelo' },
    many: { en: 'have too few days for any model', es: 'tienen muy pocos días para un modelo' },
  })
}

function judgedOnlyWords(count: number): Phrase {
  return counted(count, {
    one: {
      en: `of a site was only looked at for what is odd in its last ${JUDGED_ONLY_DAYS} days`,
      es: `de un sitio solo se miró en busca de lo raro en sus últimos ${JUDGED_ONLY_DAYS} días`,
    },
    many: {
      en: `of sites were only looked at for what is odd in their last ${JUDGED_ONLY_DAYS} days`,
      es: `de sitios solo se miraron en busca de lo raro en sus últimos ${JUDGED_ONLY_DAYS} días`,
    },
  })
}

function brokenWords(count: number): Phrase {
  return counted(count, {
    one: {
      en: 'could not be studied; what was known of it stays',
      es: 'no se pudo estudiar; queda lo que se sabía de ella',
    },
    many: {
      en: 'could not be studied; what was known of them stays',
      es: 'no se pudieron estudiar; queda lo que se sabía de ellas',
    },
  })
}

/** A named failure in its sentence, a bug as it was said. */
function faultText({ source, metric, error }: SeriesFault, language: Language): string {
  return `${source}: ${metric}: ${'bug' in error ? error.bug : failureLine(error, language)}`
}

const DAYS: Noun = {
  one: { en: 'odd day', es: 'día raro' },
  many: { en: 'odd days', es: 'días raros' },
}

function oddWords({ anomalies, newAnomalies }: StudySummary): Phrase {
  const [odd, fresh] = [counted(anomalies, DAYS), countWords(newAnomalies)]
  return {
    en: `${odd.en} among the last ${JUDGED_DAYS} of each series judged; new: ${fresh.en}. "muster anomalies" lists them.`,
    es: `${odd.es} entre los últimos ${JUDGED_DAYS} de cada serie juzgada; nuevos: ${fresh.es}. «muster anomalies» los lista.`,
  }
}
