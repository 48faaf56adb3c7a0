import type { Rules } from '../rehearse/rules.ts'
import { judgeCounts } from './judge/judge-counts.ts'
import { judgeFindings } from './judge/judge-findings.ts'
import { judgeMachines, judgeQuestions } from './judge/judge-machines.ts'
import { judgeRecords } from './judge/judge-records.ts'
import { judgeTags } from './judge/judge-tags.ts'
import type { Miss } from './miss.ts'
import { rehearseCase } from './rehearsed-case.ts'
import type { GoldenCase } from './schema.ts'

/** Runs the rules over what a case gives; tells all in which they do not do what it expects. */
export function runCase(golden: GoldenCase, rules: Rules): Miss[] {
  const { expect } = golden
  const found = rehearseCase(golden, rules)
  return [
    ...judgeMachines(expect, found),
    ...judgeQuestions(expect.questions, found),
    ...judgeRecords(expect.records, found),
    ...judgeFindings(expect, found),
    ...judgeTags(expect.tags, found),
    ...judgeCounts(expect, found),
  ]
}
