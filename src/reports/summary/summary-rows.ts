import { SUMMARY_WORDS, type SummaryWord } from '../../language/report-summary-words.ts'
import type { CellContent } from '../../workbook/sheet-content.ts'
import type { Voice } from '../voice.ts'

export type SummaryRow = readonly CellContent[]

/** A blank line and the name of what follows, with the titles of its figures. */
export function heading(title: string, ...figures: readonly string[]): SummaryRow[] {
  const strong = (text: string) => ({ text, look: 'strong' as const })
  return [[], [strong(title), ...figures.map(strong)]]
}

/** A thing by its name and what is to be said of it; nothing at all when that is null. */
export function fact(voice: Voice, word: SummaryWord, said: CellContent): SummaryRow[] {
  return said === null || said === '' ? [] : [[voice.say(SUMMARY_WORDS[word]), said]]
}

/** A remark below the figures. */
export function remark(text: string, look: 'muted' | 'good' | 'bad' = 'muted'): SummaryRow {
  return [{ text, look }]
}
