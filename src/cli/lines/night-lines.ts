import type { NightSummary } from '../../jobs/nightly.task.ts'
import { explain } from '../../language/error-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { inputLines } from './input-lines.ts'
import { planLines } from './plan-lines.ts'
import { reportLines } from './report-lines.ts'
import { verifyLines, writingLines } from './writing-lines.ts'

/** A night from end to end, as it lands in a log or a mail. */
export function nightLines(night: NightSummary, language: Language): string[] {
  const { inputs, lookBack, plan, applied, verified, reports, failure } = night
  const section = (title: Phrase, lines: readonly string[] | null) =>
    lines === null ? [] : [`# ${say(title, language)}`, ...lines, '']
  return [
    ...section({ en: 'Inputs', es: 'Entradas' }, inputLines(inputs, language)),
    ...section(
      { en: 'What was written last, as found tonight', es: 'Lo último escrito, como está hoy' },
      lookBack && verifyLines(lookBack, language),
    ),
    ...section({ en: 'The plan', es: 'El plan' }, plan && planLines(plan, [], language)),
    ...section({ en: 'Written', es: 'Escrito' }, applied && writingLines(applied, [], language)),
    ...section({ en: 'Verified', es: 'Verificado' }, verified && verifyLines(verified, language)),
    ...section({ en: 'Reports', es: 'Informes' }, reports && reportLines(reports, language)),
    ...section({ en: 'What failed', es: 'Qué falló' }, failure && [explain(failure, language)]),
  ]
}
