import type { SourceDay } from '../../inventory/list/store.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords, listWords } from '../../language/list-words.ts'
import { QUESTIONS } from '../../language/machine-nouns.ts'
import { untoldWords, WHAT_IF_WORDS } from '../../language/what-if-words.ts'
import { isAllTheSame, type ToldWhatIf } from '../../reconcile/rehearse/told-what-if.ts'
import type { ChangedSettings } from '../changed-settings.ts'
import { restLines } from './rest-lines.ts'
import { shownText } from './terminal-text.ts'
import { countSection } from './what-if-counts.ts'
import { findingSection, linkSection, reclassifiedSection, tagSection } from './what-if-sections.ts'

/** What other settings would make of a kept day. */
export interface WhatIfAnswer {
  /** The other configuration. */
  readonly config: string
  readonly settings: ChangedSettings
  readonly told: ToldWhatIf
  readonly restsOn: readonly SourceDay[]
  /** Whether figures are told site by site as well. */
  readonly hasSites: boolean
}

/** What would be otherwise, the first few of each kind, and what cannot be told. */
export function whatIfLines(answer: WhatIfAnswer, language: Language): string[] {
  const { settings, told, restsOn, hasSites } = answer
  const words = (phrase: Phrase) => say(phrase, language)
  const isSame = isAllTheSame(told)
  return [
    ...whatIfNotes(answer).map((note) => shownText(words(note))),
    ...restLines(told.day, restsOn, language),
    '',
    ...(settings.rehearsed.length === 0 ? [words(WHAT_IF_WORDS['no-settings'])] : []),
    ...(isSame ? [words(WHAT_IF_WORDS.nothing), ''] : sections(told, { words, hasSites })),
    ...untoldLines(told, words),
  ]
}

/** Which configuration over which day, and in which settings it differs. */
export function whatIfNotes({ config, settings, told }: WhatIfAnswer): Phrase[] {
  const [by, beside] = [listWords(settings.rehearsed), listWords(settings.notRehearsed)]
  const notes: Phrase[] = [
    {
      en: `What ${config} would make of ${told.day}; nothing was changed`,
      es: `Lo que ${config} haría del ${told.day}; no se cambió nada`,
    },
    { en: `  Settings that differ: ${by.en}`, es: `  Ajustes que difieren: ${by.es}` },
  ]
  if (settings.notRehearsed.length === 0) return notes
  return [
    ...notes,
    {
      en: `  Differ as well, and have no say in this: ${beside.en}`,
      es: `  Difieren también, y aquí no cuentan: ${beside.es}`,
    },
  ]
}

type Words = (phrase: Phrase) => string

function sections(
  told: ToldWhatIf,
  { words, hasSites }: { readonly words: Words; readonly hasSites: boolean },
): string[] {
  return [
    ...findingSection(told.findings, words),
    ...linkSection(told.links, words),
    ...questionLines(told, words),
    ...reclassifiedSection(told.reclassified, words),
    ...tagSection(told, words),
    ...countSection(told.counts, { words, hasSites }),
  ]
}

function questionLines({ questions: { before, after } }: ToldWhatIf, words: Words): string[] {
  if (before === after) return []
  const [was, is] = [countWords(before), counted(after, QUESTIONS)]
  return [
    words({
      en: `For a person to decide: ${is.en}, before ${was.en}`,
      es: `Debe decidir una persona: ${is.es}, antes ${was.es}`,
    }),
    '',
  ]
}

function untoldLines({ untold }: ToldWhatIf, words: Words): string[] {
  if (untold.length === 0) return []
  return [
    `${words(WHAT_IF_WORDS.untold)}:`,
    ...untold.map((each) => shownText(`  ${words(untoldWords(each))}`)),
  ]
}
