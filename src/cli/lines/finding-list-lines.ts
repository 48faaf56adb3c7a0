import { codeWords } from '../../language/code-words.ts'
import { FINDING_STATE_WORDS, FINDINGS, SEVERITY_WORDS } from '../../language/finding-words.ts'
import { feedWords } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords } from '../../language/list-words.ts'
import { DAYS } from '../../language/machine-nouns.ts'
import type { Day } from '../../lib/day.ts'
import type {
  FindingFilter,
  FindingPage,
  ListedFinding,
} from '../../reconcile/findings/list-queries.ts'
import { checkWords } from '../../reports/check-titles.ts'
import { findingPlace } from '../../reports/finding-place.ts'
import type { CheckCount } from '../../reports/findings-table.ts'
import type { ShownLook } from '../../reports/looks-table.ts'
import { lookLines } from './look-lines.ts'
import { type Alignment, tableLines } from './table.ts'

/** Findings as of a day: how many of each check, and those of this page. */
export interface FindingList {
  readonly day: Day
  readonly filter: FindingFilter
  readonly byCheck: readonly CheckCount[]
  /** Null where only the table by check is wanted. */
  readonly items: readonly ListedFinding[] | null
  readonly total: number
  /** How many more there are that nobody looks at any more. */
  readonly dormant: number
  readonly looks: readonly ShownLook[]
}

/** How many there are of each check, the list, and what was compared for it. */
export function findingListLines(
  list: FindingList,
  page: FindingPage,
  language: Language,
): string[] {
  const { filter, byCheck, items, looks } = list
  const words = (phrase: Phrase) => say(phrase, language)
  const rows = (items ?? []).map((finding) => findingRow(finding, words))
  return [
    words(headline(list)),
    ...(byCheck.length === 0 ? [] : ['', ...checkTable(byCheck, words)]),
    ...(rows.length === 0 ? [] : ['', ...tableLines([TITLES.map(words), ...rows], ALIGNED, 0)]),
    ...(items === null ? [] : restOfList(items.length, list.total, page).map(words)),
    ...(list.dormant === 0 ? [] : ['', words(dormantWords(list.dormant))]),
    '',
    ...lookLines(looks, filter.checks, language),
  ]
}

function dormantWords(dormant: number): Phrase {
  const { en, es } = counted(dormant, FINDINGS)
  return {
    en: `Not among them: ${en} that nobody looks at any more, as a check is off or a source is gone; --dormant lists them`,
    es: `No están entre ellas: ${es} que ya no se comparan, por una comprobación apagada o una fuente retirada; --dormant las lista`,
  }
}

type Words = (phrase: Phrase) => string

function headline({ day, total, filter }: FindingList): Phrase {
  const count = counted(total, FINDINGS)
  const states = filter.states.map((state) => FINDING_STATE_WORDS[state])
  const en = states.map((state) => state.en).join(', ')
  const es = states.map((state) => state.es).join(', ')
  return {
    en: `As of ${day}: ${count.en}${en === '' ? '' : ` (${en})`}`,
    es: `Al ${day}: ${count.es}${es === '' ? '' : ` (${es})`}`,
  }
}

const CHECK_TITLES: readonly Phrase[] = [
  { en: 'COUNT', es: 'CUÁNTAS' },
  { en: 'OLDEST', es: 'LA MÁS ANTIGUA' },
  { en: 'SEVERITY', es: 'GRAVEDAD' },
  { en: 'CHECK', es: 'COMPROBACIÓN' },
  { en: 'CODE', es: 'CÓDIGO' },
]
const CHECK_ALIGNED: readonly Alignment[] = ['right', 'right']

/** How many findings of each check there are, and for how long the oldest has stood. */
function checkTable(byCheck: readonly CheckCount[], words: Words): string[] {
  const rows = byCheck.map(({ check, severity, count, oldestDays }) => [
    words(countWords(count)),
    words(counted(oldestDays, DAYS)),
    words(codeWords(SEVERITY_WORDS, severity)),
    words(checkWords(check).title),
    check,
  ])
  return tableLines([CHECK_TITLES.map(words), ...rows], CHECK_ALIGNED, 0)
}

const TITLES: readonly Phrase[] = [
  { en: 'ID', es: 'ID.' },
  { en: 'SEVERITY', es: 'GRAVEDAD' },
  { en: 'CHECK', es: 'COMPROBACIÓN' },
  { en: 'ABOUT', es: 'SOBRE' },
  { en: 'SITE', es: 'SITIO' },
  { en: 'DAYS', es: 'DÍAS' },
  { en: 'STATE', es: 'ESTADO' },
  { en: 'OWNER', es: 'RESPONSABLE' },
]
const ALIGNED: readonly Alignment[] = ['left', 'left', 'left', 'left', 'left', 'right']

function findingRow(finding: ListedFinding, words: Words): string[] {
  const { id, severity, name, subject, ageDays, owner } = finding
  return [
    `F${id}`,
    words(SEVERITY_WORDS[severity]),
    words(checkOf(finding)),
    name ?? subject,
    findingPlace(finding) ?? '-',
    words(countWords(ageDays)),
    words(stateWords(finding)),
    owner ?? '-',
  ]
}

/** A check within one source looks at several of them; which one found it is said. */
function checkOf({ check, scope }: ListedFinding): Phrase {
  const { title } = checkWords(check)
  if (scope.includes('+')) return title
  const source = feedWords(scope)
  return { en: `${title.en} (${source.en})`, es: `${title.es} (${source.es})` }
}

function stateWords({ state, acceptedUntil }: ListedFinding): Phrase {
  const words = FINDING_STATE_WORDS[state]
  if (acceptedUntil === null) return words
  return { en: `${words.en} until ${acceptedUntil}`, es: `${words.es} hasta ${acceptedUntil}` }
}

function restOfList(shown: number, total: number, { offset }: FindingPage): Phrase[] {
  if (shown >= total) return []
  const all = countWords(total)
  if (shown === 0) {
    const { en, es } = counted(total, FINDINGS)
    return [
      { en: `Nothing begins there: ${en} in all.`, es: `Ahí no empieza nada: ${es} en total.` },
    ]
  }
  const next = offset + shown
  const [first, last] = [countWords(offset + 1), countWords(next)]
  const more =
    next < total
      ? { en: `; the next: --offset ${next}`, es: `; las siguientes: --offset ${next}` }
      : { en: '', es: '' }
  return [
    { en: '', es: '' },
    {
      en: `These are ${first.en} to ${last.en} of ${all.en}${more.en}; all of them: --all, or --out FILE`,
      es: `Estas son de la ${first.es} a la ${last.es} de ${all.es}${more.es}; todas: --all, o --out ARCHIVO`,
    },
  ]
}
