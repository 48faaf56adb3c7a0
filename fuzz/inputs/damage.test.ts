import { expect, it } from 'vitest'
import { makeChance } from '../../demo/chance.ts'
import { damaged } from './damage.ts'

const CORPUS = [Buffer.from('time,value\n2026-01-31,1\n'), Buffer.from('')]

it('does the same damage by equal chance, and never touches the corpus', () => {
  const before = CORPUS.map(String)
  const once = Array.from({ length: 500 }, (_, seed) => damaged(CORPUS, makeChance(seed)))
  const again = Array.from({ length: 500 }, (_, seed) => damaged(CORPUS, makeChance(seed)))

  expect(again).toEqual(once)
  expect(new Set(once.map(String)).size).toBeGreaterThan(300)
  expect(CORPUS.map(String)).toEqual(before)
})
