import type { z } from 'zod'
import type { App } from '../../app.ts'
import type { whatIf } from '../../contract/rules.ts'
import { historyStore } from '../../inventory/history/store.ts'
import { listStore } from '../../inventory/list/store.ts'
import { rehearseOnThread } from '../../jobs/fleet/rehearse-on-thread.ts'
import { type Language, say } from '../../language/language.ts'
import { untoldWords } from '../../language/what-if-words.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { keptDay, todayOf } from './asked-days.ts'

type Asked = z.output<NonNullable<(typeof whatIf)['body']>>
type Answer = z.input<(typeof whatIf)['response']>

/** What other rules would make of a kept day; keeps nothing. */
export async function rehearsedRules(
  app: App,
  { day: named, rules, limit }: Asked,
  language: Language,
): Promise<Answer> {
  const other = settingsWith(app, rules, language)
  const day = named === undefined ? await newestDay(app) : await keptDay(app, named)
  const { told, isSame, totals, byCheck } = await rehearseOnThread(app, { other, day, limit })
  const { machines, questions, outcomes } = told
  const findings = told.findings.map(({ records, evidence, ...finding }) => {
    return { ...finding, records: [...records], evidence: { ...evidence } }
  })
  return {
    ...{ day, isSame, machines, questions, byCheck: { ...byCheck } },
    restsOn: await listStore(app.database).restsOn(day),
    findings: { items: findings, total: totals.findings },
    links: { items: [...told.links], total: totals.links },
    reclassified: { items: [...told.reclassified], total: totals.reclassified },
    tags: { items: [...told.tags], total: totals.tags },
    outcomes: outcomes && { before: { ...outcomes.before }, after: { ...outcomes.after } },
    counts: told.counts.map(({ scope, before, after }) => ({
      ...{ scope: scope.kind, site: scope.kind === 'site' ? scope.site : null },
      ...{ before: before && { ...before }, after: after && { ...after } },
    })),
    untold: told.untold.map((each) => ({ ...each, says: say(untoldWords(each), language) })),
  }
}

/** Throws `request.invalid` with every fault of the rules. */
function settingsWith(app: App, rules: Asked['rules'], language: Language) {
  const other = app.otherRules(rules, language)
  if (other.kind === 'read') return other.settings
  const faults = other.faults.map(({ place, message }) => ({
    ...{ place: `body.rules.${place}`, message },
  }))
  throw new AppError('request.invalid', { faults })
}

/** The newest day of some machines. Throws `day.not-kept`. */
async function newestDay(app: App): Promise<Day> {
  const today = todayOf(app)
  const newest = await historyStore(app.database).newestMachineDay(today)
  if (newest !== null) return newest
  throw new AppError('day.not-kept', { day: today, nearest: [] })
}
