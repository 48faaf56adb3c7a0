import { describe, expect, it } from 'vitest'
import { loadConfig } from './config.ts'
import { checkPolicyOf } from './config-checks.ts'
import { AppError } from './lib/errors.ts'
import { DEFAULT_CHECK_POLICY } from './reconcile/checks/check-policy.ts'

const load = (checks: string, language: 'en' | 'es' = 'en') =>
  loadConfig({
    ...{ file: 'muster.yaml', folder: '/x', env: {}, language },
    text: `sources: {}\nchecks:\n${checks}`,
  }).checks

function faultsOf(checks: string, language: 'en' | 'es' = 'en'): string[] {
  try {
    load(checks, language)
  } catch (error) {
    if (error instanceof AppError) return (error.details as { faults: string[] }).faults
    throw error
  }
  return []
}

describe('the settings of checks', () => {
  it('are the defaults where nothing is said', () => {
    const settings = load('  off: []')

    expect(settings).toMatchObject({ rmm: ['ninjaone'], edr: ['threatlocker'], severity: {} })
    expect(checkPolicyOf(settings)).toEqual(DEFAULT_CHECK_POLICY)
  })

  it('say what differs from place to place, and nothing of what a rule leaves out', () => {
    const settings = load(
      [
        '  staleDays: 30',
        '  rules:',
        '    - { at: " Alder ", classes: [server], staleDays: 3 }',
        '    - { at: "*", tags: [no-agent], needsEdr: false, stockLocations: [] }',
        '  severity: { missing-in-edr: critical }',
        '  off: [class-mismatch]',
      ].join('\n'),
    )

    expect(checkPolicyOf(settings)).toStrictEqual({
      ...{ staleDays: 30, needsEdr: true, stockLocations: [] },
      rules: [
        { at: 'Alder', classes: ['server'], staleDays: 3 },
        { at: '*', tags: ['no-agent'], needsEdr: false, stockLocations: [] },
      ],
    })
    expect(settings).toMatchObject({
      severity: { 'missing-in-edr': 'critical' },
      off: ['class-mismatch'],
    })
  })

  it.each([
    ['off: [class-mismatsch]', /^line 3, checks\.off\.1: must be one of: .*class-mismatch/u],
    ['severity: { missing: high }', /^line 3, checks\.severity\.missing: .*no such setting/u],
    [
      'severity: { missing-in-edr: urgent }',
      /^line 3, .*must be one of: critical, high, medium, low$/u,
    ],
    ['staleDays: 0', /^line 3, checks\.staleDays: /u],
    ['rules: [{ at: Alder }]', /^line 3, checks\.rules\.1: sets nothing/u],
    ['rules: [{ at: " ", staleDays: 3 }]', /^line 3, .*must not be empty/u],
    ['rules: [{ at: Alder, tags: [], staleDays: 3 }]', /must name one at least/u],
    [
      'rules: [{ at: Alder, classes: [switch], staleDays: 3 }]',
      /must be one of: server, workstation/u,
    ],
    ['rules: [{ at: Alder, stale: 3, needsEdr: true }]', /no such setting/u],
  ])('are refused at their line: %s', (text, fault) => {
    expect(faultsOf(`  ${text}`)).toEqual([expect.stringMatching(fault)])
  })

  it('are refused in Spanish too', () => {
    expect(faultsOf('  rules: [{ at: Alder }]', 'es')).toEqual([
      expect.stringMatching(/^línea 3, checks\.rules\.1: no fija nada/u),
    ])
  })

  it('know no stock locations of the fleet any more', () => {
    const text = 'sources: {}\nfleet: { stockLocations: [Cupboard] }'

    expect(() =>
      loadConfig({ file: 'muster.yaml', folder: '/x', text, env: {}, language: 'en' }),
    ).toThrow(AppError)
  })
})
