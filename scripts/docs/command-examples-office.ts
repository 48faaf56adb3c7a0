import type { CommandExample } from './command-example.ts'

/** The books of an office: OCS, finance and HR, and the TAG that follows from them. */
export const OFFICE_EXAMPLES: readonly CommandExample[] = [
  { typed: '--config first/muster.yaml init' },
  { typed: 'lint' },
  { typed: 'test', lines: 12 },
  { typed: 'check', code: 2, lines: 24 },
  { typed: 'plan', code: 2, lines: 30 },
  { typed: 'apply latest' },
  { typed: 'verify latest' },
  { typed: 'report latest' },
  { typed: 'export latest --out plan.json' },
  {
    typed: 'picture reports/muster-P1.xlsx',
    code: 1,
    shows: 'Where LibreOffice is not installed.',
  },
  {
    ...{ typed: 'verify latest', code: 2, before: 'agents-report' },
    shows: 'The same once the agent of a computer has put the TAG back that it remembers.',
  },
  {
    ...{ typed: '--config strict.yaml plan', code: 3, lines: 18 },
    shows: 'A plan that is held, here because `strict.yaml` sets `guards.share` to 0.',
  },
  { typed: "accept latest --by ana --reason 'read it, all of it is right'" },
  { typed: "approve latest --reason 'seen'" },
  { typed: 'show latest' },
  { typed: 'apply latest', shows: 'A held plan, once it is accepted.' },
  { typed: 'undo latest' },
  { typed: 'plans' },
  { typed: 'audit', lines: 5 },
  {
    typed: 'audit verify',
    varies: [{ part: /[0-9a-f]{64}/u, shown: '9f86d081884c7d65...' }],
  },
]
