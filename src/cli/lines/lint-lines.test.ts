import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../language/language.ts'
import type { Lint, Remark } from '../../reconcile/checks/lint-policy.ts'
import { lintLines } from './lint-lines.ts'

const REMARKS: readonly Remark[] = [
  { kind: 'shadowed', setting: 'checks.rules.1.staleDays', by: 'checks.rules.0' },
  {
    kind: 'unknown-place',
    setting: 'checks.rules.0.at',
    name: 'Aldr',
    nearest: ['Alder', 'Elder'],
  },
  { kind: 'unknown-organisation', setting: 'fleet.billing.0', name: 'Xyzzy', nearest: [] },
  {
    kind: 'unknown-location',
    setting: 'checks.stockLocations.0',
    name: 'Cel\u001blar',
    nearest: [],
  },
  {
    ...{ kind: 'source-not-configured', setting: 'checks.rmm.0', source: 'atera' },
    configured: ['ninjaone', 'ocs'],
  },
  { kind: 'source-in-both', setting: 'checks.edr.0', source: 'ninjaone' },
  { kind: 'off-with-severity', setting: 'checks.severity.x', check: 'x' },
]
const lint = (changed: Partial<Lint>): Lint => ({ remarks: [], unjudged: [], ...changed })

describe('lintLines', () => {
  it('says where, what and what to do, a line each', () => {
    const [title, ...lines] = lintLines(lint({ remarks: REMARKS }), 'en')

    expect(title).toBe('7 remarks:')
    expect(lines[0]).toBe(
      '  checks.rules.1.staleDays: never applies: checks.rules.0 comes first and says it for all the same machines. Put this rule before it, or take it out',
    )
    expect(lines[1]).toContain('"Aldr" in any record kept. Nearest: "Alder", "Elder"')
    expect(lines[2]).toContain('Nothing kept is like it')
    expect(lines[4]).toContain('Configured: ninjaone, ocs')
  })

  it('lets no name steer the terminal', () => {
    expect(lintLines(lint({ remarks: REMARKS }), 'en').join('')).not.toContain('\u001b')
  })

  it('says every remark in both languages, each in its own words', () => {
    const [en, es] = LANGUAGES.map((language) => lintLines(lint({ remarks: REMARKS }), language))

    expect(es).toHaveLength(en?.length ?? 0)
    expect(en?.filter((line) => es?.includes(line))).toEqual([])
  })

  it('says that nothing is wrong, and what could not be judged yet', () => {
    expect(lintLines(lint({}), 'es')).toEqual(['Nada en la configuración queda sin efecto.'])
    expect(lintLines(lint({ unjudged: ['checks.rules.0.at'] }), 'en')).toEqual([
      'Nothing in the configuration is without effect.',
      expect.stringMatching(/could not be compared: checks\.rules\.0\.at\. Run "muster collect"/u),
    ])
  })
})
