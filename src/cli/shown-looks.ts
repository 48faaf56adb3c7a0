import type { App } from '../app.ts'
import { findingStore } from '../reconcile/findings/store.ts'
import type { ShownLook } from '../reports/looks-table.ts'

/** The newest look of every check, or of some, with the day on which it last could look. */
export async function shownLooks(
  { database }: Pick<App, 'database'>,
  checks: readonly string[],
): Promise<ShownLook[]> {
  const findings = findingStore(database)
  const looks = await findings.latestLooks()
  const newest = await findings.newestDays()
  return looks
    .filter(({ check }) => checks.length === 0 || checks.includes(check))
    .map((look) => ({ ...look, lookedOn: newest.get(`${look.check} ${look.scope}`) ?? null }))
}
