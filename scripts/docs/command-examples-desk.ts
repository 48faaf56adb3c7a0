import type { CommandExample, Variation } from './command-example.ts'

const PASSWORD = { part: /\b\w{5}-\w{5}-\w{5}-\w{5}\b/u, shown: '7kq2m-hx3vd-p9w4t-zc6nb' }
const KEY = { part: /\bk[0-9a-f]{12}\b/u, shown: 'k531294c6d71a' }

/** What grows with every version. */
const BACKUP: readonly Variation[] = [
  { part: /\([\d.]+ MB, unpacked [\d.]+ MB\)/u, shown: '(1.8 MB, unpacked 9.1 MB)' },
  { part: /(?<=rows, )[\d.]+ MB/u, shown: '9.1 MB' },
  { part: /\d+ tables, [\d,]+ rows/u, shown: '62 tables, 43,210 rows' },
  { part: /migration [\w-]+\.sql/u, shown: 'migration 0030-told-changes.sql' },
]

/** What is of the machine that the example was run on, and how far its clock is from the hour of the example. */
const MACHINE: readonly Variation[] = [
  { part: /Node [\d.]+, .+/u, shown: 'Node 24.21.0, Linux 6.1.0 x64' },
  { part: /runs as .+/u, shown: 'runs as muster' },
  { part: /\d+ GB free of \d+ GB/gu, shown: '12 GB free of 32 GB' },
  { part: /[\d.]+ (?:s|min|h)(?= between this machine)/u, shown: '94.2 s' },
  { part: /(?<=PostgreSQL [\d.]+, ).+/u, shown: '/srv/muster/data/postgres, 41 MB' },
  { part: /works as .+/u, shown: 'works as muster' },
  { part: /\w+ +web app: .+(?:\n +→ .+)?/u, shown: 'ok         web app: built on 2026-11-20' },
  { part: /-?\d+ h ago/gu, shown: '2 h ago' },
  { part: /-?\d+ days ago/gu, shown: '2 days ago' },
]

/** Nights, servers, people, keys and backups. */
export const DESK_EXAMPLES: readonly CommandExample[] = [
  { typed: 'nightly', code: 2, lines: 12 },
  { typed: 'runs', lines: 8 },
  { typed: 'alerts --dry-run', code: 2 },
  { typed: 'keys', varies: [KEY] },
  { typed: 'serve', stopAt: 'listens at', varies: [PASSWORD], shows: 'Until Ctrl-C.' },
  { typed: 'work', stopAt: 'does jobs', shows: 'Until Ctrl-C.' },
  { typed: 'people' },
  { typed: 'person admin --one-time-password', varies: [PASSWORD] },
  { typed: 'tokens' },
  { typed: 'backup muster.backup', varies: BACKUP },
  { typed: 'restore --check muster.backup', varies: BACKUP },
  { typed: 'doctor', code: 2, varies: MACHINE },
  {
    ...{ typed: '--config first/muster.yaml migrate', database: 'empty', lines: 3 },
    shows: 'A database in which nothing is yet.',
  },
]
