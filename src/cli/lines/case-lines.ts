import { CASE_WORDS, CASES, MISSED, PASSED, rulesOfFileWords } from '../../language/case-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted } from '../../language/list-words.ts'
import type { Miss } from '../../reconcile/golden/miss.ts'
import { type MissBlock, missBlocks } from '../../reports/misses/miss-block.ts'
import { shownText } from './terminal-text.ts'

/** A case that was run. */
export interface CaseResult {
  readonly file: string
  readonly line: number | null
  readonly name: string
  readonly misses: readonly Miss[]
}

/** A run of golden cases, and the configuration whose rules they went by; null for the usual ones. */
export interface CaseRun {
  readonly config: string | null
  readonly results: readonly CaseResult[]
}

type Words = (phrase: Phrase) => string

/** Every case by its name; of those that fail what was expected, what is found, and why. */
export function caseLines({ config, results }: CaseRun, language: Language): string[] {
  const words: Words = (phrase) => say(phrase, language)
  const failed = results.filter(({ misses }) => misses.length > 0).length
  const [all, good, bad] = [
    counted(results.length, CASES),
    counted(results.length - failed, PASSED),
    counted(failed, MISSED),
  ]
  const rules = words(config === null ? CASE_WORDS['usual-rules'] : rulesOfFileWords(config))
  return [
    ...[...Map.groupBy(results, ({ file }) => file)].flatMap(([file, cases]) => [
      shownText(file),
      ...cases.flatMap((each) => resultLines(each, words)),
      '',
    ]),
    `${words(all)}: ${words(good)}, ${words(bad)}; ${rules}`,
  ]
}

function resultLines({ file, name, line, misses }: CaseResult, words: Words): string[] {
  if (misses.length === 0) return [shownText(`  ${words(CASE_WORDS.ok)}  ${name}`)]
  const place = line === null ? '' : ` (${file}:${line})`
  return [
    shownText(`  ${words(CASE_WORDS.failed)}  ${name}${place}`),
    ...misses.flatMap(missBlocks).flatMap((block) => blockLines(block, words)),
  ]
}

function blockLines({ about, expected, found, why }: MissBlock, words: Words): string[] {
  const width = Math.max(
    ...[CASE_WORDS.expected, CASE_WORDS.found, CASE_WORDS.why].map((each) => words(each).length),
  )
  const row = (label: string, text: string) => shownText(`        ${label.padEnd(width)}  ${text}`)
  return [
    shownText(`      ${words(about)}`),
    row(words(CASE_WORDS.expected), words(expected)),
    row(words(CASE_WORDS.found), words(found)),
    ...why.map((each, at) => row(at === 0 ? words(CASE_WORDS.why) : '', words(each))),
  ]
}
