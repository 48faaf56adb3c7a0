import { codeWords } from '../language/code-words.ts'
import { FINDING_STATE_WORDS, SEVERITY_WORDS } from '../language/finding-words.ts'
import { FLEET_WORDS } from '../language/fleet-words.ts'
import type { Phrase } from '../language/language.ts'
import type { Day } from '../lib/day.ts'
import type { ListedFinding } from '../reconcile/findings/list-queries.ts'
import { checkWords } from './check-titles.ts'
import { comparePaths, type EvidencePath, evidenceValues } from './evidence-layout.ts'
import { pathText, valuesText } from './evidence-text.ts'
import { type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'

/** How many findings of a check and severity a list has, and for how long the oldest has stood. */
export interface CheckCount {
  readonly check: string
  readonly severity: string
  readonly count: number
  readonly oldestDays: number
}

/** Findings as of a day, and what the list rests on. */
export interface FindingsContent {
  readonly day: Day
  readonly findings: readonly ListedFinding[]
  readonly byCheck: readonly CheckCount[]
  readonly notes: readonly Phrase[]
}

/** The list with all evidence in columns, and how many there are of each check. */
export function findingsTables({ day, findings, byCheck, notes }: FindingsContent): FleetTable[] {
  const paths = evidencePaths(findings)
  return [
    findingsTable({ day, findings, notes, paths }),
    fleetTable({
      name: 'by-check',
      title: { en: 'By check', es: 'Por comprobación' },
      notes,
      rows: byCheck,
      columns: [asOf(day), ...COUNTED],
    }),
  ]
}

/** Some of the findings of a list, with a column for each path of evidence in the whole of it. */
export function findingsTable({
  day,
  findings,
  notes,
  paths,
}: Omit<FindingsContent, 'byCheck'> & { readonly paths: EvidencePaths }): FleetTable {
  return fleetTable({
    name: 'findings',
    title: { en: `Findings as of ${day}`, es: `Discrepancias al ${day}` },
    notes,
    rows: findings,
    columns: [
      asOf(day),
      ...WHICH,
      ...WHERE,
      ...SINCE,
      ...WHOSE,
      ...evidenceColumns(findings, paths),
    ],
  })
}

/** What evidence says something of, by the key of its column. */
export type EvidencePaths = ReadonlyMap<string, EvidencePath>

/** All that the evidence of any of the findings says something of. */
export function evidencePaths(findings: readonly ListedFinding[]): EvidencePaths {
  const facts = findings.flatMap(({ evidence }) => evidenceValues(evidence))
  return new Map(facts.map(({ path }) => [keyOf(path), path]))
}

function asOf(day: Day): FleetColumn<unknown> {
  return { key: 'as_of', title: { en: 'As of', es: 'Al día' }, code: () => day }
}

type Column = FleetColumn<ListedFinding>
type CheckColumn = FleetColumn<{ readonly check: string; readonly severity: string }>

const CHECK: readonly CheckColumn[] = [
  {
    key: 'severity',
    title: { en: 'Severity', es: 'Gravedad' },
    code: ({ severity }) => severity,
    cell: ({ severity }, { say }) => say(codeWords(SEVERITY_WORDS, severity)),
  },
  {
    key: 'check',
    title: { en: 'Check', es: 'Comprobación' },
    code: ({ check }) => check,
    cell: ({ check }, { say }) => say(checkWords(check).title),
  },
]

const WHICH: readonly Column[] = [
  { key: 'finding', title: { en: 'Finding', es: 'Discrepancia' }, code: ({ id }) => `F${id}` },
  ...CHECK,
  {
    key: 'state',
    title: { en: 'State', es: 'Estado' },
    code: ({ state }) => state,
    cell: ({ state }, { say }) => say(FINDING_STATE_WORDS[state]),
  },
  {
    key: 'is_dormant',
    title: { en: 'Dormant', es: 'Inactiva' },
    code: ({ isDormant }) => String(isDormant),
    cell: ({ isDormant }, { say }) => say(FLEET_WORDS[isDormant ? 'yes' : 'no']),
  },
  { key: 'name', title: { en: 'About', es: 'Sobre' }, code: ({ name }) => name },
  {
    key: 'subject',
    title: { en: 'Known as', es: 'Se conoce como' },
    code: ({ subject }) => subject,
  },
]

const WHERE: readonly Column[] = [
  { key: 'site', title: { en: 'Site', es: 'Sitio' }, code: ({ site }) => site },
  {
    key: 'municipality',
    title: { en: 'Municipality', es: 'Municipio' },
    code: ({ municipality }) => municipality,
  },
  {
    key: 'building',
    title: { en: 'Building', es: 'Edificio' },
    code: ({ building }) => building,
  },
  { key: 'scope', title: { en: 'Compared', es: 'Comparado' }, code: ({ scope }) => scope },
]

const SINCE: readonly Column[] = [
  {
    key: 'age_days',
    title: { en: 'Days it stands', es: 'Días que lleva' },
    code: ({ ageDays }) => ageDays,
  },
  {
    key: 'standing_since',
    title: { en: 'Stands since', es: 'Desde' },
    code: ({ standingSince }) => standingSince,
  },
  {
    key: 'first_seen',
    title: { en: 'First seen', es: 'Vista por primera vez' },
    code: ({ firstSeen }) => firstSeen,
  },
  {
    key: 'last_seen',
    title: { en: 'Last seen', es: 'Vista por última vez' },
    code: ({ lastSeen }) => lastSeen,
  },
]

const WHOSE: readonly Column[] = [
  { key: 'owner', title: { en: 'Owner', es: 'Responsable' }, code: ({ owner }) => owner },
  { key: 'note', title: { en: 'Note', es: 'Nota' }, code: ({ note }) => note },
  {
    key: 'accepted_until',
    title: { en: 'Accepted until', es: 'Aceptada hasta' },
    code: ({ acceptedUntil }) => acceptedUntil,
  },
  {
    key: 'accept_reason',
    title: { en: 'Accepted because', es: 'Aceptada porque' },
    code: ({ acceptReason }) => acceptReason,
  },
]

const COUNTED: readonly FleetColumn<CheckCount>[] = [
  ...CHECK,
  { key: 'findings', title: { en: 'Findings', es: 'Discrepancias' }, code: ({ count }) => count },
  {
    key: 'oldest_days',
    title: { en: 'Oldest, in days', es: 'La más antigua, en días' },
    code: ({ oldestDays }) => oldestDays,
  },
]

/** A column for whatever the evidence of any of the findings says, as text: identifiers keep their zeros. */
function evidenceColumns(findings: readonly ListedFinding[], paths: EvidencePaths): Column[] {
  const said = new Map(
    findings.map(({ id, evidence }) => [
      id,
      new Map(evidenceValues(evidence).map((fact) => [keyOf(fact.path), fact])),
    ]),
  )
  return [...paths]
    .toSorted(([, one], [, other]) => comparePaths(one, other))
    .map(([key, path]) => {
      const valuesOf = ({ id }: ListedFinding) => said.get(id)?.get(key)?.values
      const title = (language: 'en' | 'es') => pathText(path, { say: (phrase) => phrase[language] })
      return {
        key,
        title: { en: title('en'), es: title('es') },
        code: (finding) => codesText(valuesOf(finding)),
        cell: (finding, voice) => {
          const values = valuesOf(finding)
          const isBlank = values === undefined || values.every((value) => value === null)
          return isBlank ? null : valuesText(path, values, voice)
        },
      }
    })
}

/** @example keyOf(['asset', 'locationPlace']) // => 'evidence_asset_location_place' */
function keyOf(path: EvidencePath): string {
  const words = path.map((part) => part.replace(/[A-Z]/gu, (letter) => `_${letter}`.toLowerCase()))
  return ['evidence', ...words].join('_')
}

function codesText(values: readonly unknown[] | undefined): string | null {
  if (values === undefined || values.every((value) => value === null)) return null
  return values.map((value) => (value === null ? '' : String(value))).join('; ')
}
