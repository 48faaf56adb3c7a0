import { sourcesInPlay } from '../../reconcile/checks/fleet-roles.ts'
import { readyChecks } from '../../reconcile/checks/ready-checks.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import { tagScopes } from '../../reconcile/findings/tag-looks.ts'
import type { ShownLook } from '../../reports/looks-table.ts'
import type { JobContext } from '../context.ts'
import { machineSources } from '../fleet/machine-sources.ts'

/** The newest look of every check, or of some, with the day on which it last could look. */
export async function shownLooks(
  { database }: Pick<JobContext, 'database'>,
  checks: readonly string[],
): Promise<ShownLook[]> {
  const findings = findingStore(database)
  const looks = await findings.latestLooks()
  const newest = await findings.newestDays()
  return looks
    .filter(({ check }) => checks.length === 0 || checks.includes(check))
    .map((look) => ({ ...look, lookedOn: newest.get(`${look.check} ${look.scope}`) ?? null }))
}

/**
 * Those of checks that are on, over sources that are configured, or of which a finding stands that no
 * look could close yet: the others look at nothing any more.
 */
export async function standingLooks(
  { database, settings }: Pick<JobContext, 'database' | 'settings'>,
  checks: readonly string[],
): Promise<ShownLook[]> {
  const { ocs, checks: wanted } = settings
  const sources = sourcesInPlay(machineSources(settings), wanted.sources)
  const scopes = [
    ...readyChecks(sources, [], wanted).looks,
    ...(ocs ? tagScopes(wanted) : []),
    ...(await findingStore(database).standingScopes()),
  ]
  const standing = new Set(scopes.map(({ check, scope }) => `${check} ${scope}`))
  const looks = await shownLooks({ database }, checks)
  return looks.filter(({ check, scope }) => standing.has(`${check} ${scope}`))
}
