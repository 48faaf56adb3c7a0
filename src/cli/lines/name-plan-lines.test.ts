import { expect, it } from 'vitest'
import { nameOutcomeWords } from '../../language/name-outcome-words.ts'
import type { NameOutcome } from '../../reconcile/names/name-changes.ts'
import { namePlanLines } from './name-plan-lines.ts'

/** One of each; the compiler misses what is not here. */
const KINDS: Readonly<Record<NameOutcome['kind'], number>> = {
  ...{ planned: 9, 'names-agree': 1, 'not-on-both-sides': 1, 'several-rmm-names': 1 },
  ...{ 'several-edr-records': 1, ambiguous: 1, 'organisation-unknown': 1, 'written-since': 1 },
  ...{ 'old-name-unwritable': 1, 'name-blank': 1, 'name-too-long': 1, 'name-control-character': 1 },
}

const SOUND = { notComplete: [], notOfToday: [] } as const

it('has words for whatever can come of a machine', () => {
  const untold = Object.keys(KINDS).filter((kind) => nameOutcomeWords(kind).en === kind)

  expect(untold).toEqual([])
})

it('says of a held plan what came of each machine, and how it is accepted', () => {
  const hold = { code: 'share-exceeded', changes: 9, rows: 20, limit: 0.3 } as const
  const plan = {
    plan: 7,
    state: 'held',
    outcomes: KINDS,
    rows: 20,
    changes: 9,
    holds: [hold],
  } as const

  const lines = namePlanLines({ plan, ...SOUND }, [], 'es')

  expect(lines[0]).toBe('Plan P7: 9 cambios de nombre en 20 computadoras de ThreatLocker')
  expect(lines).toContain('  9  El nombre se va a cambiar')
  expect(lines.at(-1)).toContain('muster accept P7 --by NOMBRE')
})

it('says what to do next with a plan that waits', () => {
  const plan = { plan: 7, state: 'waiting', outcomes: {}, rows: 20, changes: 2, holds: [] } as const

  expect(namePlanLines({ plan, ...SOUND }, [], 'en').at(-1)).toBe(
    'Nothing was written to ThreatLocker. To write it: muster apply P7',
  )
})

it('says of a plan without changes what is no mismatch, in both languages', () => {
  const plan = { plan: 7, state: 'waiting', outcomes: {}, rows: 20, changes: 0, holds: [] } as const

  expect(namePlanLines({ plan, ...SOUND }, [], 'en')).toEqual([
    'Plan P7: 0 changes of names over 20 computers in ThreatLocker',
    expect.stringContaining(
      'still bears its host name in one of the two, or no name, is no mismatch',
    ),
  ])
  expect(namePlanLines({ plan, ...SOUND }, [], 'es')[1]).toContain('no es una discrepancia')
})
