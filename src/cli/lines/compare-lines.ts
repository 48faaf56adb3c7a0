import { isStill, type PlacedBridge } from '../../inventory/compare/all-bridges.ts'
import type { Bridge } from '../../inventory/compare/bridge.ts'
import type { ChangeKind, MachineChange } from '../../inventory/compare/machine-change.ts'
import type { SourceDay } from '../../inventory/list/store.ts'
import {
  BRIDGE_WORDS,
  CHANGE_KIND_WORDS,
  type ChangeKindWord,
  changedValueWords,
  MEASURE_WORDS,
} from '../../language/compare-words.ts'
import { signedWords } from '../../language/figure-words.ts'
import { FLEET_WORDS } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import type { Day } from '../../lib/day.ts'
import { scopeName } from '../../reports/fleet-scope.ts'
import { refOf } from './machine-lines.ts'
import { restLines } from './rest-lines.ts'
import { type Alignment, tableLines } from './table.ts'

/** Two days compared: what each rests on, what changed, and the bridges between their counts. */
export interface ComparedDays {
  readonly first: Day
  readonly last: Day
  /** True when the later day was named first. */
  readonly isSwapped: boolean
  readonly restsOn: { readonly first: readonly SourceDay[]; readonly last: readonly SourceDay[] }
  readonly changes: readonly MachineChange[]
  readonly bridges: readonly PlacedBridge[]
}

/** How many machines of one kind of change are shown on a terminal; `--json` and `--out` have all. */
const SHOWN = 20
const KINDS: readonly ChangeKind[] = [
  ...(['added', 'removed', 'moved', 'relocated', 'renamed'] as const),
  ...(['reclassified', 'became-spare', 'left-spare', 'billing-changed'] as const),
]
const NO_CHANGE: Phrase = { en: 'Nothing changed.', es: 'No cambió nada.' }

/** Each kind of change with its machines, then the bridges. */
export function compareLines(compared: ComparedDays, language: Language): string[] {
  const { first, last, restsOn, changes, bridges } = compared
  const words = (phrase: Phrase) => say(phrase, language)
  const byKind = Map.groupBy(changes, ({ kind }) => kind)
  return [
    ...swapLines(compared, language),
    words({ en: `From ${first}`, es: `Desde el ${first}` }),
    ...restLines(first, restsOn.first, language),
    words({ en: `to ${last}`, es: `hasta el ${last}` }),
    ...restLines(last, restsOn.last, language),
    '',
    ...(changes.length === 0 ? [words(NO_CHANGE), ''] : []),
    ...KINDS.flatMap((kind) => kindLines(kind, byKind.get(kind) ?? [], words)),
    ...bridgeLines(bridges, words),
  ]
}

/** Says that the days are told in their order, where they were named in the other one. */
export function swapLines(
  { first, last, isSwapped }: Pick<ComparedDays, 'first' | 'last' | 'isSwapped'>,
  language: Language,
): string[] {
  if (!isSwapped) return []
  const phrase = {
    en: `${last} was named first; told is what changed from ${first} to ${last}, the earlier day first.`,
    es: `Se indicó primero el ${last}; se cuenta lo que cambió del ${first} al ${last}, primero el día anterior.`,
  }
  return [say(phrase, language)]
}

type Words = (phrase: Phrase) => string

function kindLines(
  kind: ChangeKindWord,
  changes: readonly MachineChange[],
  words: Words,
): string[] {
  if (changes.length === 0) return []
  const left = changes.length - SHOWN
  const more = {
    en: `  and ${left} more; --json and --out FILE have them all`,
    es: `  y ${left} más; --json y --out ARCHIVO los tienen todos`,
  }
  return [
    `${words(CHANGE_KIND_WORDS[kind])}: ${words(countWords(changes.length))}`,
    ...tableLines(changes.slice(0, SHOWN).map((change) => changeRow(change, words))),
    ...(left > 0 ? [words(more)] : []),
    '',
  ]
}

function changeRow(change: MachineChange, words: Words): string[] {
  const { kind, day, name, siteBefore, siteAfter, before, after } = change
  const site = kind === 'removed' ? siteBefore : siteAfter
  const machine = [day, refOf(change), name ?? '-']
  if (kind === 'added' || kind === 'removed' || kind === 'moved') {
    const from = words(changedValueWords('moved', kind === 'moved' ? siteBefore : site))
    return kind === 'moved'
      ? [...machine, `${from} -> ${words(changedValueWords('moved', siteAfter))}`]
      : [...machine, from]
  }
  const [was, is] = [changedValueWords(kind, before), changedValueWords(kind, after)]
  return [...machine, site ?? words(FLEET_WORDS.unmapped), `${words(was)} -> ${words(is)}`]
}

const TERMS = [
  ...(['start', 'added', 'removed', 'movedIn', 'movedOut'] as const),
  ...(['reclassifiedIn', 'reclassifiedOut', 'end'] as const),
] satisfies readonly (keyof Bridge)[]
const ALIGNMENTS: readonly Alignment[] = ['left', 'left', ...TERMS.map((): Alignment => 'right')]

/** Everywhere whole; of sites only what changed. */
function bridgeLines(bridges: readonly PlacedBridge[], words: Words): string[] {
  const shown = bridges.filter(({ scope, bridge }) => scope.kind === 'all' || !isStill(bridge))
  const left = bridges.length - shown.length
  const rows = (shown.length > 0 ? shown : bridges).map(({ scope, measure, bridge }) => [
    scopeName(scope, { say: words }),
    words(MEASURE_WORDS[measure]),
    ...TERMS.map((term) => words(termWords(term, bridge[term]))),
  ])
  const titles = ['', '', ...TERMS.map((term) => words(BRIDGE_WORDS[term]).toUpperCase())]
  return [
    ...tableLines([titles, ...rows], ALIGNMENTS, 0),
    ...(left > 0 && shown.length > 0 ? [words(stillWords(left))] : []),
  ]
}

function termWords(term: keyof Bridge, value: number): Phrase {
  return term === 'start' || term === 'end' ? countWords(value) : signedWords(value)
}

function stillWords(left: number): Phrase {
  const { en, es } = countWords(left)
  return {
    en: `Left out: figures of sites that nothing changed (${en}); --json has them all.`,
    es: `Se omiten las cifras de sitios que nada cambió (${es}); --json las tiene todas.`,
  }
}
