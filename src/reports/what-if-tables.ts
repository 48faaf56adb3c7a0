import { FIGURE_NAMES, NO_FIGURES } from '../inventory/count/site-figures.ts'
import { codeWords } from '../language/code-words.ts'
import { COUNT_FIELD_WORDS } from '../language/count-words.ts'
import { SEVERITY_WORDS } from '../language/finding-words.ts'
import type { Phrase } from '../language/language.ts'
import { LOST_REASON_WORDS, MATCH_RULE_WORDS } from '../language/match-words.ts'
import { OUTCOME_WORDS } from '../language/outcome-words.ts'
import {
  FINDING_CHANGE_WORDS,
  LINK_CHANGE_WORDS,
  RECLASSIFIED_WORDS,
  WHAT_IF_WORDS,
} from '../language/what-if-words.ts'
import type {
  ToldCount,
  ToldFinding,
  ToldLink,
  ToldReclassified,
  ToldTag,
  ToldWhatIf,
} from '../reconcile/rehearse/told-what-if.ts'
import { checkWords } from './check-titles.ts'
import { scopeColumns } from './fleet-scope.ts'
import { type Code, type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'
import { reclassifiedValue } from './reclassified-value.ts'

/** All that would be otherwise, and the figures before and after; `notes` say what it is and cannot tell. */
export function whatIfTables(told: ToldWhatIf, notes: readonly Phrase[]): FleetTable[] {
  return [
    fleetTable({
      ...{ name: 'findings', title: WHAT_IF_WORDS.findings, notes },
      ...{ rows: told.findings, columns: FINDING },
    }),
    fleetTable({
      ...{ name: 'links', title: WHAT_IF_WORDS.links, notes },
      ...{ rows: told.links, columns: LINK },
    }),
    fleetTable({
      ...{ name: 'reclassified', title: WHAT_IF_WORDS.reclassified, notes },
      ...{ rows: told.reclassified, columns: RECLASSIFIED },
    }),
    fleetTable({
      ...{ name: 'tags', title: WHAT_IF_WORDS.tags, notes },
      ...{ rows: told.tags, columns: TAG },
    }),
    fleetTable({
      ...{ name: 'counts', title: WHAT_IF_WORDS.counts, notes },
      rows: told.counts.flatMap(figureRows),
      columns: COUNT,
    }),
  ]
}

/** A column that shows what its rows hold. */
function plain<Row>(key: string, title: Phrase, code: (row: Row) => Code): FleetColumn<Row> {
  return { key, title, code }
}

const CHANGE: Phrase = { en: 'Change', es: 'Cambio' }
const BEFORE: Phrase = { en: 'Before', es: 'Antes' }
const AFTER: Phrase = { en: 'After', es: 'Después' }
const NAME: Phrase = { en: 'Name', es: 'Nombre' }
const SITE: Phrase = { en: 'Site', es: 'Sitio' }

const FINDING: readonly FleetColumn<ToldFinding>[] = [
  {
    ...{ key: 'change', title: CHANGE },
    code: ({ change }) => change,
    cell: ({ change }, { say }) => say(FINDING_CHANGE_WORDS[change]),
  },
  {
    ...{ key: 'check', title: { en: 'Check', es: 'Comprobación' } },
    code: ({ check }) => check,
    cell: ({ check }, { say }) => say(checkWords(check).title),
  },
  {
    ...{ key: 'severity', title: { en: 'Severity', es: 'Gravedad' } },
    code: ({ severity }) => severity,
    cell: ({ severity }, { say }) => say(SEVERITY_WORDS[severity]),
  },
  plain(
    'severity_before',
    { en: 'Severity before', es: 'Gravedad antes' },
    (row) => row.severityBefore,
  ),
  plain('name', NAME, ({ name }) => name),
  plain('site', SITE, ({ site }) => site),
  plain('records', { en: 'Records', es: 'Registros' }, ({ records }) => records.join(' ')),
  plain('subject', { en: 'Known as', es: 'Se conoce como' }, ({ subject }) => subject),
  plain('scope', { en: 'Compared', es: 'Comparado' }, ({ scope }) => scope),
]

const LINK: readonly FleetColumn<ToldLink>[] = [
  {
    ...{ key: 'change', title: { en: 'Would be', es: 'Serían' } },
    code: ({ change }) => change,
    cell: ({ change }, { say }) => say(LINK_CHANGE_WORDS[change]),
  },
  plain('record', { en: 'Record', es: 'Registro' }, ({ one }) => one.ref),
  plain('name', NAME, ({ one }) => one.name),
  plain('site', SITE, ({ one }) => one.site),
  plain('other_record', { en: 'Other record', es: 'Otro registro' }, ({ other }) => other.ref),
  plain('other_name', { en: 'Name there', es: 'Nombre allí' }, ({ other }) => other.name),
  plain('other_site', { en: 'Site there', es: 'Sitio allí' }, ({ other }) => other.site),
  {
    ...{ key: 'rule', title: { en: 'Linked by', es: 'Se vinculan por' } },
    code: ({ rule }) => rule,
    cell: ({ rule }, { say }) => say(codeWords(MATCH_RULE_WORDS, rule)),
  },
  plain('value', { en: 'Value', es: 'Valor' }, ({ value }) => value),
  plain('other_value', { en: 'Value there', es: 'Valor allí' }, ({ otherValue }) => otherValue),
  {
    ...{ key: 'against', title: { en: 'Against it', es: 'En contra' } },
    code: ({ against }) => against,
    cell: ({ against }, { say }) =>
      against === null ? null : say(codeWords(LOST_REASON_WORDS, against)),
  },
]

const RECLASSIFIED: readonly FleetColumn<ToldReclassified>[] = [
  plain('record', { en: 'Record', es: 'Registro' }, ({ ref }) => ref),
  plain('name', NAME, ({ name }) => name),
  plain('site', SITE, ({ site }) => site),
  {
    ...{ key: 'what', title: { en: 'What', es: 'Qué' } },
    code: ({ what }) => what,
    cell: ({ what }, { say }) => say(RECLASSIFIED_WORDS[what]),
  },
  {
    ...{ key: 'before', title: BEFORE },
    code: ({ from }) => codeOf(from),
    cell: ({ what, from }, { say }) => say(reclassifiedValue(what, from)),
  },
  {
    ...{ key: 'after', title: AFTER },
    code: ({ to }) => codeOf(to),
    cell: ({ what, to }, { say }) => say(reclassifiedValue(what, to)),
  },
  plain('rule_before', { en: 'Rule before', es: 'Regla antes' }, ({ ruleBefore }) => ruleBefore),
  plain('rule_after', { en: 'Rule after', es: 'Regla después' }, ({ ruleAfter }) => ruleAfter),
]

const TAG: readonly FleetColumn<ToldTag>[] = [
  plain('hardware_id', { en: 'HARDWARE_ID', es: 'HARDWARE_ID' }, ({ hardwareId }) => hardwareId),
  plain('hostname', { en: 'Host name', es: 'Nombre de equipo' }, ({ hostname }) => hostname),
  plain(
    'inventory_number',
    { en: 'Inventory number', es: 'Número de inventario' },
    (row) => row.inventoryNumber,
  ),
  {
    ...{ key: 'outcome_before', title: BEFORE },
    code: ({ outcomeBefore }) => outcomeBefore,
    cell: ({ outcomeBefore }, { say }) => say(codeWords(OUTCOME_WORDS, outcomeBefore)),
  },
  plain('tag_before', { en: 'TAG before', es: 'TAG antes' }, ({ tagBefore }) => tagBefore),
  {
    ...{ key: 'outcome_after', title: AFTER },
    code: ({ outcomeAfter }) => outcomeAfter,
    cell: ({ outcomeAfter }, { say }) => say(codeWords(OUTCOME_WORDS, outcomeAfter)),
  },
  plain('tag_after', { en: 'TAG after', es: 'TAG después' }, ({ tagAfter }) => tagAfter),
]

interface FigureRow extends Pick<ToldCount, 'scope'> {
  readonly figure: (typeof FIGURE_NAMES)[number]
  readonly before: number
  readonly after: number
}

const COUNT: readonly FleetColumn<FigureRow>[] = [
  ...scopeColumns<FigureRow>(({ scope }) => scope),
  {
    ...{ key: 'figure', title: { en: 'Figure', es: 'Cifra' } },
    code: ({ figure }) => figure,
    cell: ({ figure }, { say }) => say(COUNT_FIELD_WORDS[figure]),
  },
  plain('before', BEFORE, ({ before }) => before),
  plain('after', AFTER, ({ after }) => after),
  plain('change', CHANGE, ({ before, after }) => after - before),
]

function figureRows({ scope, before, after }: ToldCount): FigureRow[] {
  const [was, is] = [before ?? NO_FIGURES, after ?? NO_FIGURES]
  return FIGURE_NAMES.map((figure) => ({
    ...{ scope, figure, before: was[figure], after: is[figure] },
  }))
}

function codeOf(value: ToldReclassified['to']): Code {
  return typeof value === 'boolean' ? String(value) : value
}
