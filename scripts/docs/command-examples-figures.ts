import type { CommandExample } from './command-example.ts'

/** Daily figures, and what is odd and expected of them. */
export const FIGURE_EXAMPLES: readonly CommandExample[] = [
  { typed: 'ingest helpdesk.csv --source helpdesk --lenient', code: 2 },
  { typed: 'inbox' },
  { typed: 'uploads' },
  { typed: 'metrics tickets.opened --from 2026-11-13' },
  { typed: 'study --source helpdesk' },
  { typed: 'anomalies tickets.opened', lines: 12 },
  { typed: "verdict tickets.opened 2026-10-26 expected --reason 'planned' --by ana" },
  { typed: 'forecast tickets.opened --horizon 5' },
  { typed: 'forecasts' },
  { typed: 'analyze', lines: 20 },
]
