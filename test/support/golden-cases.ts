import { DEFAULT_FLEET_POLICY } from '../../src/inventory/classify/fleet-policy.ts'
import { DEFAULT_MATCH_OPTIONS } from '../../src/inventory/match/match-record.ts'
import { DEFAULT_CHECK_POLICY } from '../../src/reconcile/checks/check-policy.ts'
import { DEFAULT_ROLES } from '../../src/reconcile/checks/fleet-roles.ts'
import { GoldenCase } from '../../src/reconcile/golden/schema.ts'
import type { Rules } from '../../src/reconcile/rehearse/rules.ts'
import { DEFAULT_TAG_POLICY } from '../../src/reconcile/tag-policy.ts'

/** The rules of an installation that decided nothing. */
export const USUAL_RULES: Rules = {
  fleet: {
    policy: DEFAULT_FLEET_POLICY,
    sitesFrom: ['ninjaone'],
    matching: DEFAULT_MATCH_OPTIONS,
  },
  checks: { policy: DEFAULT_CHECK_POLICY, sources: DEFAULT_ROLES, severities: {}, off: [] },
  tags: DEFAULT_TAG_POLICY,
}

/** A case as a file would give it, under a name that does not matter. */
export function caseOf(written: object): GoldenCase {
  return GoldenCase.parse({ name: 'a case', ...written })
}
