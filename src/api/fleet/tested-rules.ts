import { setImmediate as others } from 'node:timers/promises'
import type { z } from 'zod'
import type { App } from '../../app.ts'
import type { testRules } from '../../contract/rules.ts'
import { type Language, say } from '../../language/language.ts'
import type { Miss } from '../../reconcile/golden/miss.ts'
import { runCase } from '../../reconcile/golden/run-case.ts'
import { missBlocks } from '../../reports/misses/miss-block.ts'

type Answer = z.input<(typeof testRules)['response']>

/** Runs golden cases one after another, with others served between them. Throws `cases.invalid`. */
export async function testedRules(
  app: Pick<App, 'readCases'>,
  text: string,
  language: Language,
): Promise<Answer> {
  const items: Answer['items'] = []
  for (const { golden, rules, line } of app.readCases({ file: 'body.cases', text }, language)) {
    const misses = runCase(golden, rules).map((miss) => toldMiss(miss, language))
    items.push({ name: golden.name, line, misses })
    await others()
  }
  const failed = items.filter(({ misses }) => misses.length > 0).length
  return { items, total: items.length, failed }
}

function toldMiss(miss: Miss, language: Language): Answer['items'][number]['misses'][number] {
  const says = missBlocks(miss).map(({ about, expected, found, why }) => ({
    about: say(about, language),
    expected: say(expected, language),
    found: say(found, language),
    why: why.map((each) => say(each, language)),
  }))
  return { kind: miss.kind, says }
}
