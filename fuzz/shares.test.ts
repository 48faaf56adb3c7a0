import { expect, it } from 'vitest'
import { inputsOf } from './shares.ts'

it('gives each target its share, and never less in all than was asked for', () => {
  const given = inputsOf([{ share: 3 }, { share: 1 }, { share: 0.001 }], 10)

  expect(given.map(({ inputs }) => inputs)).toEqual([8, 3, 1])
})
