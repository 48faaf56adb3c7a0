import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { batchesBy } from './batches.ts'

function listOf(length: number, asked: number[] = []) {
  const all = Array.from({ length }, (_hole, at) => at * 3 + 1)
  return batchesBy<number>(async (after) => {
    asked.push(after)
    const rows = all.filter((number) => number > after).slice(0, 10)
    return { rows, next: rows.length < 10 ? null : (rows.at(-1) ?? null) }
  })
}

describe('batchesBy', () => {
  it.each([1, 9, 10, 11, 20])('gives each of %i rows once', async (length) => {
    const batches = await Readable.from(listOf(length)).toArray()
    expect(batches.flat()).toEqual(Array.from({ length }, (_hole, at) => at * 3 + 1))
  })

  it('gives an empty batch where there is nothing', async () => {
    expect(await Readable.from(listOf(0)).toArray()).toEqual([[]])
  })

  it('goes on after a batch that is empty, as long as something may be left', async () => {
    const read = async (after: number) => {
      return { rows: after === 20 ? ['row'] : [], next: after < 30 ? after + 10 : null }
    }
    expect(await Readable.from(batchesBy(read)).toArray()).toEqual([[], [], ['row'], []])
  })

  it('asks for a batch once the one before is taken', async () => {
    const asked: number[] = []
    const batches = listOf(100, asked)
    await batches.next()
    expect(asked).toEqual([0])
    await batches.next()
    expect(asked).toEqual([0, 28])
  })
})
