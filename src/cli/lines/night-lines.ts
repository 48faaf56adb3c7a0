import type { NightSummary } from '../../jobs/nightly.task.ts'
import { explain } from '../../language/error-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { analyzedWords } from '../../reports/analytics-document.ts'
import { collectLines } from './collect-lines.ts'
import { inboxLines } from './inbox-lines.ts'
import { inputLines } from './input-lines.ts'
import { nameNightLines } from './name-plan-lines.ts'
import { planLines } from './plan-lines.ts'
import { pruneLines } from './prune-lines.ts'
import { reportLines } from './report-lines.ts'
import { studyLines } from './study-lines.ts'
import { verifyLines, writingLines } from './writing-lines.ts'

/** A night from end to end, as it lands in a log or a mail. */
export function nightLines(night: NightSummary, language: Language): string[] {
  const { collected, pruned, names, inbox, inputs, lookBack, plan, quality } = night
  const { applied, verified, reports, study } = night
  const section = (title: Phrase, lines: readonly string[] | null) =>
    lines === null ? [] : [`# ${say(title, language)}`, ...lines, '']
  return [
    ...section(
      { en: 'Collected', es: 'Recopilado' },
      collected && collectLines(collected, language),
    ),
    ...section(
      { en: 'Not kept any longer', es: 'Lo que ya no se conserva' },
      pruned && pruned.days.length > 0 ? pruneLines(pruned, language) : null,
    ),
    ...section(
      { en: 'Names in ThreatLocker', es: 'Nombres en ThreatLocker' },
      names && nameNightLines(names, language),
    ),
    ...section(
      { en: 'The inbox', es: 'El buzón' },
      inbox && inbox.files.length > 0 ? inboxLines(inbox, language) : null,
    ),
    ...section(
      { en: 'Inputs', es: 'Entradas' },
      inputs.length > 0 ? inputLines(inputs, language) : null,
    ),
    ...section(
      { en: 'What was written last, as found tonight', es: 'Lo último escrito, como está hoy' },
      lookBack && verifyLines(lookBack, language),
    ),
    ...section({ en: 'The plan', es: 'El plan' }, plan && planLines(plan, [], language)),
    ...section(
      { en: 'Quality of the inventory', es: 'Calidad del inventario' },
      quality && [say(analyzedWords(quality), language)],
    ),
    ...section({ en: 'Written', es: 'Escrito' }, applied && writingLines(applied, [], language)),
    ...section({ en: 'Verified', es: 'Verificado' }, verified && verifyLines(verified, language)),
    ...section({ en: 'Reports', es: 'Informes' }, reports && reportLines(reports, language)),
    ...section(
      { en: 'Daily figures', es: 'Cifras diarias' },
      study && study.series > 0 ? studyLines(study, language) : null,
    ),
    ...section(
      { en: 'What failed', es: 'Qué falló' },
      night.failure && [explain(night.failure, language)],
    ),
  ]
}
