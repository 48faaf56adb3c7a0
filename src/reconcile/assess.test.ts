import { describe, expect, it } from 'vitest'
import { golden, goldenBooks } from '../../test/support/golden-books.ts'
import type { Asset } from '../sources/finance-register/asset.ts'
import type { Location } from '../sources/locations/location.ts'
import type { OcsComputer } from '../sources/ocs/computer.ts'
import type { Rejection } from '../sources/source.ts'
import { assess, type Books } from './assess.ts'
import type { Verdict } from './row-outcome.ts'
import { DEFAULT_TAG_POLICY, type TagPolicy } from './tag-policy.ts'

describe('assess, on the edge table', () => {
  const assessment = assess(goldenBooks())

  it.each(golden.expected)('gives row $hardware_id the outcome $outcome', (expected) => {
    const outcome = assessment.outcomes.find(
      (row) => row.computer.hardwareId === expected.hardware_id,
    )

    expect(outcome?.kind).toBe(expected.outcome)
    const to = outcome?.kind === 'planned' ? outcome.to : null
    if (expected.outcome === 'planned') expect(to).toBe(expected.expected_tag)
    if (outcome?.kind === 'unchanged') expect(outcome.computer.tag).toBe(expected.expected_tag)
  })

  it('ends every row in exactly one outcome', () => {
    expect(assessment.outcomes.map((row) => row.computer.hardwareId)).toEqual(
      golden.ocs.map((row) => row.hardware_id),
    )
    expect(golden.expected.length).toBe(golden.ocs.length)
  })

  it.each(suggestions())('offers $key for row $hardwareId because of $difference', (wanted) => {
    const outcome = assessment.outcomes.find((row) => row.computer.hardwareId === wanted.hardwareId)
    const near = outcome && 'near' in outcome ? outcome.near : []

    expect(near).toEqual([{ key: wanted.key, differences: wanted.difference }])
  })

  it('lists what finance has and OCS has not', () => {
    const numbers = assessment.assetsNotInOcs.map((asset) => asset.inventoryNumber)

    expect(numbers).toEqual(golden.finance_not_in_ocs)
  })

  it('lists the computers that share a number, the likely live one first', () => {
    const groups = assessment.duplicates.map((group) =>
      group.computers.map((computer) => computer.hardwareId),
    )

    expect(groups.toSorted()).toEqual(golden.duplicates.toSorted())
  })
})

describe('assess, where the books had rows refused', () => {
  const lost = refusal('AR01!I13', 'A-1')

  it.each<[string, readonly Asset[]]>([
    ['names a room in another row', [asset('A-1', 'L-1')]],
    ['names several rooms in other rows', [asset('A-1', 'L-1'), asset('A-1', 'L-2')]],
    ['has a blank room in another row', [asset('A-1', null)]],
    ['has no other row', []],
  ])('plans nothing for a number with a refused row that %s', (_, assets) => {
    const { verdicts } = judged({ assets, refused: { finance: [lost], locations: [] } })

    expect(verdicts).toEqual([
      { kind: 'refused-in-books', book: 'finance', assets, refused: [lost] },
    ])
  })

  it.each<[string, readonly Location[]]>([
    ['answers in another row', [room('L-1', 'Sala')]],
    ['has no other row', []],
  ])('plans nothing into a room with a refused row that %s', (_, locations) => {
    const refused = refusal('Locales!G9', 'L-1')
    const booked = asset('A-1', 'L-1')

    const { verdicts } = judged({ locations, refused: { finance: [], locations: [refused] } })

    expect(verdicts).toEqual([
      { kind: 'refused-in-books', book: 'locations', asset: booked, locations, refused: [refused] },
    ])
  })

  it('does not call a TAG right that a refused row may contradict', () => {
    const computers = [computer(1, { tag: 'Edif-Sala' })]

    expect(judged({ computers }).verdicts).toMatchObject([{ kind: 'unchanged' }])
    const { verdicts } = judged({ computers, refused: { finance: [lost], locations: [] } })
    expect(verdicts).toMatchObject([{ kind: 'refused-in-books' }])
  })

  it('leaves other numbers and rooms as certain as they were', () => {
    const finance = [refusal('AR01!I14', 'A-2'), refusal('AR01!F15')]
    const locations = [refusal('Locales!G9', 'L-2'), refusal('Locales!E10')]

    const { verdicts } = judged({ refused: { finance, locations } })

    expect(verdicts).toMatchObject([{ kind: 'planned', to: 'Edif-Sala' }])
  })

  it('offers the number and the room of a refused row where one like it was looked for', () => {
    const finance = [refusal('AR01!I14', 'A-10')]
    const locations = [refusal('Locales!G9', 'L-10')]
    const { verdicts } = judged({
      assets: [asset('B-1', 'L-1O')],
      computers: [
        computer(1, { inventoryNumber: 'A-1O' }),
        computer(2, { inventoryNumber: 'B-1' }),
      ],
      refused: { finance, locations },
    })

    expect(verdicts).toMatchObject([
      { kind: 'not-in-finance', near: [{ key: 'A-10' }] },
      { kind: 'location-not-in-classifier', near: [{ key: 'L-10' }] },
    ])
  })

  it('keeps the lists of assets to what was read', () => {
    const finance = [refusal('AR01!I14', 'A-2')]
    const { assessment } = judged({ refused: { finance, locations: [] } })

    expect(assessment.assetsNotInOcs).toEqual([])
    expect(assessment.assetsWithoutLocation).toEqual([])
  })
})

describe('assess, where only the newest of a group is tagged', () => {
  const [oldest, middle, newest] = [1, 2, 3]
  const host = { field: 'bios.SMODEL', value: 'VMware' } as unknown as VirtualMachine

  it.each<[string, Partial<OcsComputer>, string]>([
    ['may be tagged', {}, 'planned'],
    ['has its TAG already', { tag: 'Edif-Sala' }, 'unchanged'],
    ['has its TAG already, set on purpose', { tag: 'Edif-Sala' }, 'unchanged'],
  ])('passes the older over when the newest %s', (name, newestIs, outcome) => {
    const protectedTags = name.includes('on purpose') ? ['Edif-*'] : []
    const { verdicts } = judged({
      computers: [computer(oldest), computer(middle), computer(newest, newestIs)],
      policy: { duplicates: 'tag-newest', protectedTags },
    })

    expect(kinds(verdicts)).toEqual(['duplicate-not-tagged', 'duplicate-not-tagged', outcome])
  })

  it.each<[string, Partial<OcsComputer>, string]>([
    ['is a virtual machine', { virtualMachine: host }, 'virtual-machine'],
    ['has a protected TAG', { tag: 'MANUAL-1' }, 'protected'],
  ])('tags the next one when the newest %s', (_, newestIs, outcome) => {
    const { verdicts } = judged({
      computers: [computer(oldest), computer(middle), computer(newest, newestIs)],
      policy: { duplicates: 'tag-newest', protectedTags: ['MANUAL-*'] },
    })

    expect(kinds(verdicts)).toEqual(['duplicate-not-tagged', 'planned', outcome])
  })

  it('takes a virtual machine for a computer like others where its evidence does not count', () => {
    const { verdicts } = judged({
      computers: [computer(oldest), computer(newest, { virtualMachine: host })],
      policy: { duplicates: 'tag-newest', virtualMachineByEvidence: false },
    })

    expect(kinds(verdicts)).toEqual(['duplicate-not-tagged', 'planned'])
  })
})

type VirtualMachine = NonNullable<OcsComputer['virtualMachine']>
type Given = Partial<Omit<Books, 'policy'>> & { readonly policy?: Partial<TagPolicy> }

/** One computer, asset and room that go together, but for what is given. */
function judged({ policy, ...given }: Given) {
  const assessment = assess({
    assets: [asset('A-1', 'L-1')],
    locations: [room('L-1', 'Sala')],
    computers: [computer(1)],
    refused: { finance: [], locations: [] },
    policy: { ...DEFAULT_TAG_POLICY, ...policy },
    ...given,
  })
  const verdicts = assessment.outcomes.map(({ computer: _, ...verdict }) => verdict)
  return { assessment, verdicts }
}

function kinds(verdicts: readonly Pick<Verdict, 'kind'>[]) {
  return verdicts.map(({ kind }) => kind)
}

function asset(inventoryNumber: string, locationId: string | null): Asset {
  return { inventoryNumber, locationId, place: 'AR01!F12', locationPlace: 'AR01!I12' }
}

function room(id: string, description: string): Location {
  return { id, description, building: 'Edif', municipality: null, place: 'Locales!E2' }
}

function refusal(place: string, key?: string): Rejection {
  const rejection = { place, code: 'error-value', raw: '#REF!' } as const
  return key === undefined ? rejection : { ...rejection, key }
}

/** A computer with the number `A-1` and no TAG; the higher its id, the later its contact. */
function computer(hardwareId: number, given: Partial<OcsComputer> = {}): OcsComputer {
  return {
    hardwareId,
    deviceId: `PC-${hardwareId}`,
    hostname: `PC-${hardwareId}`,
    serial: null,
    uuid: null,
    lastContact: `2026-11-0${hardwareId} 08:00:00`,
    archived: false,
    tag: null,
    inventoryNumber: 'A-1',
    virtualMachine: null,
    ...given,
  }
}

function suggestions() {
  return [
    { hardwareId: 10, key: '000123', difference: ['leading-zeros'] },
    { hardwareId: 11, key: 'abc-1', difference: ['case'] },
    { hardwareId: 28, key: '124', difference: ['decimal-point'] },
    { hardwareId: 34, key: 'L-001', difference: ['case'] },
    { hardwareId: 45, key: '10_240_000001', difference: ['punctuation'] },
    { hardwareId: 49, key: 'Ñ-5', difference: ['accents'] },
    { hardwareId: 51, key: '10_240_000001', difference: ['letter-for-digit'] },
  ]
}
