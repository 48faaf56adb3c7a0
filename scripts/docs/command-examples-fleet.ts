import type { CommandExample } from './command-example.ts'

/** The machines of a fleet by day. */
export const FLEET_EXAMPLES: readonly CommandExample[] = [
  { typed: 'collect', code: 2, lines: 12 },
  { typed: 'days --from 2026-11-14' },
  { typed: 'devices --source ninjaone --kind server --limit 5' },
  { typed: 'device ninjaone:1018', lines: 30 },
  { typed: 'counts', lines: 24 },
  { typed: 'compare 2026-10-31 2026-11-20', code: 2, lines: 24 },
  { typed: 'reconcile', code: 2 },
  { typed: 'findings --check missing-in-edr --limit 5', code: 2 },
  { typed: 'finding F1' },
  { typed: "decide F1 --accept --reason 'on loan' --until 2026-12-31 --by ana" },
  { typed: 'ageing --from 2026-11-18', lines: 12 },
  { typed: 'site-map', lines: 12 },
  { typed: 'link ninjaone:1018' },
  { typed: 'unlink ninjaone:1018 ninjaone:1062 --by ana' },
  { typed: 'import-day 2026-09-30 --source intune --file intune-2026-09-30.csv' },
  { typed: 'what-if other.yaml', code: 2, lines: 24 },
  { typed: 'prune --dry-run' },
]
