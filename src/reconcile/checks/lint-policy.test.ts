import { describe, expect, it } from 'vitest'
import type { KnownPlaces } from '../../inventory/place/known-places.ts'
import { DEFAULT_CHECK_POLICY } from './check-policy.ts'
import { DEFAULT_ROLES } from './fleet-roles.ts'
import { type LintedSettings, lintPolicy } from './lint-policy.ts'

const KNOWN: KnownPlaces = {
  sites: ['Alder & Birch LLP', 'Cedar'],
  organisations: ['ALDER & BIRCH', 'Cedar Ltd'],
  keys: ['7', '8', 'cccc0000'],
  locations: ['Main Office', 'Stock room'],
}
const NOTHING: KnownPlaces = { sites: [], organisations: [], keys: [], locations: [] }

const settingsWith = (changed: Partial<LintedSettings>): LintedSettings => ({
  policy: DEFAULT_CHECK_POLICY,
  sources: DEFAULT_ROLES,
  severities: {},
  off: [],
  billing: [],
  configured: ['ninjaone', 'threatlocker'],
  ...changed,
})
const remarksOn = (changed: Partial<LintedSettings>) =>
  lintPolicy(settingsWith(changed), KNOWN).remarks
const policyWith = (changed: Partial<LintedSettings['policy']>) => ({
  policy: { ...DEFAULT_CHECK_POLICY, ...changed },
})

describe('lintPolicy', () => {
  it('has nothing to say of the defaults, whatever is configured', () => {
    expect(remarksOn({})).toEqual([])
    expect(remarksOn({ configured: ['ocs'] })).toEqual([])
  })

  it('says which rule hides which, by the path of the setting', () => {
    const rules = [
      { at: '*', staleDays: 30 },
      { at: 'Cedar', staleDays: 3, needsEdr: false },
    ]

    expect(remarksOn(policyWith({ rules }))).toEqual([
      { kind: 'shadowed', setting: 'checks.rules.1.staleDays', by: 'checks.rules.0' },
    ])
  })

  it.each(['cedar', 'CEDAR LTD', '8', 'CCCC0000', '*'])('knows a rule at %s', (at) => {
    expect(remarksOn(policyWith({ rules: [{ at, staleDays: 3 }] }))).toEqual([])
  })

  it('offers the nearest names for a place that no record has', () => {
    const rules = [{ at: 'Alder and Birch', staleDays: 3 }]

    expect(remarksOn(policyWith({ rules }))).toEqual([
      {
        kind: 'unknown-place',
        setting: 'checks.rules.0.at',
        name: 'Alder and Birch',
        nearest: ['Alder & Birch LLP', 'ALDER & BIRCH'],
      },
    ])
  })

  it('offers nothing where nothing is like it', () => {
    const [remark] = remarksOn(policyWith({ rules: [{ at: 'Xyzzy', staleDays: 3 }] }))

    expect(remark).toMatchObject({ kind: 'unknown-place', nearest: [] })
  })

  it('knows stock locations in any case, and finds those that are none, of rules too', () => {
    const rules = [{ at: '*', stockLocations: ['main office', 'Stokroom'] }]

    const remarks = remarksOn(policyWith({ stockLocations: ['STOCK ROOM', 'Cellar'], rules }))

    expect(remarks).toMatchObject([
      {
        kind: 'unknown-location',
        setting: 'checks.rules.0.stockLocations.1',
        nearest: ['Stock room'],
      },
      { kind: 'unknown-location', setting: 'checks.stockLocations.1', name: 'Cellar' },
    ])
  })

  it('looks organisations of billing up as billing does: by name in any case, or by exact key', () => {
    const billing = ['cedar ltd', '7', '*', 'CCCC0000', 'Cedar'].map((organisation) => ({
      organisation,
    }))

    const remarks = remarksOn({ billing })

    expect(remarks).toMatchObject([
      { kind: 'unknown-organisation', setting: 'fleet.billing.3.organisation' },
      { setting: 'fleet.billing.4.organisation', nearest: ['Cedar Ltd'] },
    ])
  })

  it('judges no name while no machine is kept, and says which ones', () => {
    const policy = policyWith({
      rules: [{ at: 'Xyzzy', staleDays: 3 }],
      stockLocations: ['Cellar'],
    })

    expect(lintPolicy(settingsWith(policy), NOTHING)).toEqual({
      remarks: [],
      unjudged: ['checks.rules.0.at', 'checks.stockLocations.0'],
    })
    expect(lintPolicy(settingsWith(policy), KNOWN).unjudged).toEqual([])
  })

  it('finds sources of a part that are not configured, and one that plays both', () => {
    const sources = { rmm: ['ninjaone', 'atera'], edr: ['ninjaone'] }

    expect(remarksOn({ sources, configured: ['ninjaone'] })).toEqual([
      {
        kind: 'source-not-configured',
        setting: 'checks.rmm.1',
        source: 'atera',
        configured: ['ninjaone'],
      },
      { kind: 'source-in-both', setting: 'checks.edr.0', source: 'ninjaone' },
    ])
  })

  it('finds a check that is off and has a severity', () => {
    const severities = { 'class-mismatch': 'high', 'missing-in-edr': 'high' }

    expect(remarksOn({ severities, off: ['class-mismatch', 'missing-in-rmm'] })).toEqual([
      {
        kind: 'off-with-severity',
        setting: 'checks.severity.class-mismatch',
        check: 'class-mismatch',
      },
    ])
  })
})
