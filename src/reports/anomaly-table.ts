import type { KeptAnomaly } from '../analytics/study/anomaly-queries.ts'
import {
  ANOMALY_METHOD_WORDS,
  ANOMALY_WORDS,
  anomalyReasonWords,
  DIRECTION_WORDS,
  VERDICT_WORDS,
} from '../language/anomaly-words.ts'
import { AGGREGATE_WORDS } from '../language/forecast-words.ts'
import type { Phrase } from '../language/language.ts'
import { type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'

/** An anomaly as it is shown; `foundAt` is null for one that is not kept. */
export interface AnomalyRow extends Omit<KeptAnomaly, 'foundAt'> {
  readonly foundAt: Date | null
}

/** What was found odd, day by day. */
export function anomalyTable(rows: readonly AnomalyRow[], notes: readonly Phrase[]): FleetTable {
  return fleetTable({
    name: 'anomalies',
    title: ANOMALY_WORDS.anomalies,
    notes,
    rows,
    columns: COLUMNS,
  })
}

const COLUMNS: readonly FleetColumn<AnomalyRow>[] = [
  { key: 'day', title: ANOMALY_WORDS.day, code: ({ day }) => day },
  { key: 'source', title: ANOMALY_WORDS.source, code: ({ source }) => source },
  { key: 'metric', title: ANOMALY_WORDS.metric, code: ({ metric }) => metric },
  {
    key: 'aggregate',
    title: ANOMALY_WORDS.aggregate,
    code: ({ aggregate }) => aggregate,
    cell: ({ aggregate }, { say }) => say(AGGREGATE_WORDS[aggregate]),
  },
  { key: 'value', title: ANOMALY_WORDS.value, code: ({ value }) => value },
  { key: 'expected', title: ANOMALY_WORDS.expected, code: ({ expected }) => expected },
  { key: 'score', title: ANOMALY_WORDS.score, code: ({ score }) => score },
  {
    key: 'direction',
    title: ANOMALY_WORDS.direction,
    code: ({ direction }) => direction,
    cell: ({ direction }, { say }) => say(DIRECTION_WORDS[direction]),
  },
  {
    key: 'method',
    title: ANOMALY_WORDS.method,
    code: ({ method }) => method,
    cell: ({ method }, { say }) => say(ANOMALY_METHOD_WORDS[method]),
  },
  {
    key: 'why',
    title: ANOMALY_WORDS.why,
    code: ({ why }) => JSON.stringify(why),
    cell: ({ why }, { say }) => say(anomalyReasonWords(why)),
  },
  {
    key: 'verdict',
    title: ANOMALY_WORDS.said,
    code: ({ verdict }) => verdict,
    cell: ({ verdict }, { say }) => verdict && say(VERDICT_WORDS[verdict]),
  },
  { key: 'said_by', title: ANOMALY_WORDS.saidBy, code: ({ saidBy }) => saidBy },
  { key: 'reason', title: ANOMALY_WORDS.reason, code: ({ verdictReason }) => verdictReason },
  {
    key: 'found_at',
    title: ANOMALY_WORDS.found,
    code: ({ foundAt }) => foundAt?.toISOString() ?? null,
    cell: ({ foundAt }, { at }) => foundAt && at(foundAt),
  },
]
