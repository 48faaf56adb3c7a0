import { expect, it } from 'vitest'
import type { MachineStory, StoryRecord } from './link-machines.task.ts'
import { storyAt } from './story-at.ts'

function record(ref: string, site: string | null, given: Partial<StoryRecord> = {}): StoryRecord {
  return {
    ...{ ref, site, name: ref, hostname: null, serial: null, since: '2026-03-01' },
    ...{ rule: null, value: null, otherValue: null, through: null, lost: null, ...given },
  }
}

const through = { rule: 'serial', value: 'A1', otherValue: 'a1', through: 'b:2' }
const lost = {
  ref: 'b:9',
  rule: 'hostname',
  reason: { kind: 'ambiguous' },
  unplaced: null,
} as const
const decision = { kind: 'must-link', by: 'Ana', reason: null, at: new Date(0) } as const

const STORY: MachineStory = {
  ...{ day: '2026-03-01', deviceId: 7 },
  records: [
    record('a:1', 'Norte', { ...through, lost }),
    record('b:2', 'Sur'),
    record('c:3', null),
  ],
  decisions: [{ ...decision, one: 'a:1', other: 'b:2' }],
  ambiguous: [{ rule: 'serial', why: 'several-candidates', candidates: [['a:1'], ['b:9']] }],
}

it('tells of the records at a site, and of no other even that it is', () => {
  const told = storyAt(STORY, ['Norte'])

  expect(told.records.map(({ ref }) => ref)).toEqual(['a:1'])
  expect(told.records[0]).toMatchObject({
    value: 'A1',
    otherValue: null,
    through: null,
    lost: null,
  })
  expect([told.decisions, told.ambiguous]).toEqual([[], []])
})

it('tells of a link whose two ends are at sites that are seen', () => {
  const told = storyAt(STORY, ['Norte', 'Sur'])

  expect(told.records[0]).toMatchObject({ through: 'b:2', otherValue: 'a1', lost: null })
  expect(told.decisions).toHaveLength(1)
})
