import { describe, expect, it } from 'vitest'
import { expectedTag } from './tag.ts'

describe('a TAG that cannot be written', () => {
  it.each([
    ['Sala 2\\', 'backslash'],
    ['Sala \\ archivo', 'backslash'],
    ['Sala 😀', 'four-byte-character'],
    ['Sala 𠮷', 'four-byte-character'],
    ["Sala d'oro", 'quote'],
    ['Sala\u200b2', 'control-character'],
    ['x'.repeat(250), 'too-long'],
  ])('for the description %j has the fault %s', (description, why) => {
    expect(expectedTag({ building: 'Anexo', description })).toMatchObject({
      kind: 'unwritable',
      why,
    })
  })
})

it('writes letters of up to three bytes and 255 characters of them', () => {
  const description = `Peñón / 会议室 ${'x'.repeat(237)}`

  expect(expectedTag({ building: 'Anexo', description })).toEqual({
    kind: 'tag',
    tag: `Anexo-Peñón_/_会议室_${'x'.repeat(237)}`,
  })
})
