import { FIGURE_NAMES, NO_FIGURES } from '../../inventory/count/site-figures.ts'
import { COUNT_FIELD_WORDS } from '../../language/count-words.ts'
import { signedWords } from '../../language/figure-words.ts'
import type { Phrase } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { WHAT_IF_WORDS } from '../../language/what-if-words.ts'
import type { ToldCount } from '../../reconcile/rehearse/told-what-if.ts'
import { scopeName } from '../../reports/fleet-scope.ts'
import { type Alignment, tableLines } from './table.ts'

type Words = (phrase: Phrase) => string
const ALIGNMENTS: readonly Alignment[] = ['left', 'right', 'right', 'right']

/** The figures before and after, everywhere, and at the sites where one moves. */
export function countSection(
  counts: readonly ToldCount[],
  { words, hasSites }: { readonly words: Words; readonly hasSites: boolean },
): string[] {
  const [all, ...sites] = counts
  if (!all) return []
  const heading = words(WHAT_IF_WORDS.counts)
  if (!counts.some(isMoved)) return [`${heading}: ${words(WHAT_IF_WORDS['no-figure'])}`, '']
  const titles = [
    '',
    words(WHAT_IF_WORDS.before),
    words(WHAT_IF_WORDS.after),
    words(WHAT_IF_WORDS.change),
  ]
  return [
    `${heading}:`,
    ...tableLines([titles, ...figureRows(all, words)], ALIGNMENTS),
    '',
    ...(hasSites ? sites.flatMap((site) => siteLines(site, words)) : []),
  ]
}

function isMoved({ before, after }: ToldCount): boolean {
  return FIGURE_NAMES.some((name) => (before ?? NO_FIGURES)[name] !== (after ?? NO_FIGURES)[name])
}

function siteLines(site: ToldCount, words: Words): string[] {
  if (!isMoved(site)) return []
  const moved = figureRows(site, words).filter(([, before, after]) => before !== after)
  return [`  ${scopeName(site.scope, { say: words })}`, ...tableLines(moved, ALIGNMENTS, 4)]
}

function figureRows({ before, after }: ToldCount, words: Words): string[][] {
  const [was, is] = [before ?? NO_FIGURES, after ?? NO_FIGURES]
  return FIGURE_NAMES.map((name) => [
    words(COUNT_FIELD_WORDS[name]),
    words(countWords(was[name])),
    words(countWords(is[name])),
    words(signedWords(is[name] - was[name])),
  ])
}
