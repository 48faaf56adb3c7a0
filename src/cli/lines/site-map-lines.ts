import type {
  SiteForgottenSummary,
  SiteMapEntry,
  SiteWordSummary,
} from '../../jobs/fleet/map-sites.task.ts'
import { FLEET_WORDS } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords } from '../../language/list-words.ts'
import { MACHINES, ORGANISATIONS } from '../../language/machine-nouns.ts'
import { SITE_RULE_WORDS } from '../../language/match-words.ts'
import { matchingLines } from './matching-lines.ts'
import { type Alignment, tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

const NONE: Phrase = {
  en: 'No source has named an organisation yet.',
  es: 'Ninguna fuente ha nombrado aún una organización.',
}
const HOW: Phrase = {
  en: 'To say where one belongs: muster site-map SOURCE:ID "SITE" --by NAME. To leave it out: muster site-map SOURCE:ID --ignore --by NAME. To take either back: muster site-map SOURCE:ID --forget --by NAME',
  es: 'Para decir dónde va una: muster site-map FUENTE:ID "SITIO" --by NOMBRE. Para excluirla: muster site-map FUENTE:ID --ignore --by NOMBRE. Para retirar lo dicho: muster site-map FUENTE:ID --forget --by NOMBRE',
}

/** Organisations that wait for a person with what speaks for which site, then where all others are. */
export function siteMapLines(entries: readonly SiteMapEntry[], language: Language): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  if (entries.length === 0) return [words(NONE)]
  const waiting = entries.filter(({ rule }) => rule === 'unmapped')
  const placed = entries.filter(({ rule }) => rule !== 'unmapped')
  return [
    ...(waiting.length === 0 ? [] : [words(waitingWords(waiting.length)), '']),
    ...waiting.flatMap((entry) => waitingLines(entry, words)),
    ...(waiting.length === 0 ? [] : [words(HOW), '']),
    ...(placed.length === 0 ? [] : placedLines(placed, words)),
  ]
}

type Words = (phrase: Phrase) => string

function waitingWords(count: number): Phrase {
  const { en, es } = counted(count, ORGANISATIONS)
  return { en: `${en} for a person to place:`, es: `${es} que debe colocar una persona:` }
}

const NO_TRACE: Phrase = {
  en: 'nothing speaks for any site',
  es: 'nada habla a favor de ningún sitio',
}

function waitingLines(entry: SiteMapEntry, words: Words): string[] {
  const { source, key, name, machines, suggestions, takenBack } = entry
  const size = words(counted(machines, MACHINES))
  const rows = suggestions.map((suggestion, at) => [
    `${at + 1}.`,
    suggestion.site,
    words(evidenceWords(suggestion)),
  ])
  return [
    shownText(`  ${source}:${key}  ${name ?? '-'}  (${size})`),
    ...(takenBack ? [shownText(`    ${words(takenBackWords(takenBack))}`)] : []),
    ...(rows.length > 0 ? tableLines(rows, ['right'], 4) : [`    ${words(NO_TRACE)}`]),
    '',
  ]
}

/** What speaks for a site, strongest first. */
function evidenceWords({
  isSameName,
  sharedDevices,
  sharedDomains,
  nameSimilarity,
}: SiteMapEntry['suggestions'][number]): Phrase {
  const shared = counted(sharedDevices, SHARED)
  const domains = sharedDomains.join(', ')
  const alike = Math.round(nameSimilarity * 100)
  const parts: readonly [boolean, Phrase][] = [
    [isSameName, { en: 'the same name, as others have', es: 'el mismo nombre, como otros' }],
    [sharedDevices > 0, shared],
    [
      sharedDomains.length > 0,
      { en: `domains of both: ${domains}`, es: `dominios de ambos: ${domains}` },
    ],
    [
      !isSameName && alike > 0,
      { en: `names ${alike} % alike`, es: `nombres parecidos al ${alike} %` },
    ],
  ]
  const said = parts.filter(([isSaid]) => isSaid).map(([, phrase]) => phrase)
  return { en: said.map(({ en }) => en).join('; '), es: said.map(({ es }) => es).join('; ') }
}

const SHARED = {
  one: { en: 'shared machine', es: 'equipo en común' },
  many: { en: 'shared machines', es: 'equipos en común' },
}

const TITLES: readonly Phrase[] = [
  { en: 'ORGANISATION', es: 'ORGANIZACIÓN' },
  { en: 'NAME', es: 'NOMBRE' },
  { en: 'MACHINES', es: 'EQUIPOS' },
  { en: 'SITE', es: 'SITIO' },
  { en: 'SINCE', es: 'DESDE' },
  { en: 'WHY', es: 'POR QUÉ' },
]
const ALIGNED: readonly Alignment[] = ['left', 'left', 'right']

function placedLines(placed: readonly SiteMapEntry[], words: Words): string[] {
  const rows = placed.map((entry) => [
    `${entry.source}:${entry.key}`,
    entry.name ?? '-',
    words(countWords(entry.machines)),
    entry.site ?? words(FLEET_WORDS.unmapped),
    entry.since,
    whyWords(entry, words),
  ])
  return tableLines([TITLES.map(words), ...rows], ALIGNED, 0)
}

function whyWords({ rule, decidedBy, reason, takenBack }: SiteMapEntry, words: Words): string {
  const why = words(SITE_RULE_WORDS[rule])
  if (decidedBy === null) return takenBack ? `${why}; ${words(takenBackWords(takenBack))}` : why
  return `${why} ${decidedBy}${reason === null ? '' : ` (${reason})`}`
}

/** That people had said something else of it, and who took that back. */
function takenBackWords({ by, reason }: NonNullable<SiteMapEntry['takenBack']>): Phrase {
  const why = reason === null ? '' : ` (${reason})`
  return {
    en: `what was said of it was taken back by ${by}${why}`,
    es: `${by} retiró lo que se había dicho de ella${why}`,
  }
}

/** What a person's word on an organisation came to. */
export function mappedLines(
  { organisation, site, isNewSite, from, matching }: SiteWordSummary,
  language: Language,
): string[] {
  const made = isNewSite ? { en: ', a new site,', es: ', un sitio nuevo,' } : { en: '', es: '' }
  const phrase: Phrase =
    site === null
      ? {
          en: `${organisation} is left out from ${from} on`,
          es: `${organisation} queda excluida desde el ${from}`,
        }
      : {
          en: `${organisation} is at ${site}${made.en} from ${from} on`,
          es: `${organisation} está en ${site}${made.es} desde el ${from}`,
        }
  return [shownText(say(phrase, language)), ...matchingLines(matching, language)]
}

/** What taking people's word on an organisation back came to. */
export function forgottenLines(summary: SiteForgottenSummary, language: Language): string[] {
  const { organisation, from, takenBack, matching } = summary
  const words = (phrase: Phrase) => shownText(say(phrase, language))
  if (takenBack.length === 0 || matching === null) {
    return [
      words({
        en: `Nobody has said where ${organisation} is from ${from} on: nothing was changed.`,
        es: `Nadie ha dicho dónde está ${organisation} desde el ${from}: no se cambió nada.`,
      }),
    ]
  }
  return [
    words({
      en: `What was said of ${organisation} is taken back from ${from} on; the days before stay as they are.`,
      es: `Lo dicho de ${organisation} queda retirado desde el ${from}; los días anteriores no cambian.`,
    }),
    ...takenBack.map((said) => `  ${words(saidWords(said))}`),
    words(byRulesWords(summary)),
    ...matchingLines(matching, language),
  ]
}

function saidWords({ site, from, until, by, reason }: SiteForgottenSummary['takenBack'][number]) {
  const why = reason === null ? '' : ` (${reason})`
  const end = until === null ? '' : ` - ${until}`
  const place = site === null ? FLEET_WORDS.unmapped : { en: site, es: site }
  return {
    en: `${place.en}, from ${from}${end}: said by ${by}${why}`,
    es: `${place.es}, desde el ${from}${end}: dicho por ${by}${why}`,
  }
}

function byRulesWords({ organisation, site, rule }: SiteForgottenSummary): Phrase {
  const why = SITE_RULE_WORDS[rule]
  return site === null
    ? {
        en: `No rule places it: it waits for a person (muster site-map ${organisation}).`,
        es: `Ninguna regla la coloca: espera a una persona (muster site-map ${organisation}).`,
      }
    : {
        en: `By the rules it is at ${site}: ${why.en}.`,
        es: `Según las reglas está en ${site}: ${why.es}.`,
      }
}
