import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { boundedBytes } from './bounded-bytes.ts'

async function sizes(limit: number): Promise<number[]> {
  const seen: number[] = []
  const bytes = Readable.from([Buffer.alloc(3), Buffer.alloc(4)])
  for await (const piece of boundedBytes(bytes, 'a.csv', limit)) seen.push(piece.length)
  return seen
}

it('passes on as much as may be', async () => {
  expect(await sizes(7)).toEqual([3, 4])
})

it('stops at the piece that is too much', async () => {
  await expect(sizes(6)).rejects.toMatchObject({
    code: 'file.too-large',
    details: { file: 'a.csv', what: 'file-bytes', limit: 6 },
  })
})

it('tells where a sender broke off', async () => {
  async function* broken() {
    yield Buffer.alloc(3)
    throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  }
  const reading = async () => {
    for await (const _ of boundedBytes(broken(), 'a.csv'));
  }

  await expect(reading()).rejects.toMatchObject({
    ...{ code: 'file.corrupt', details: { place: 'byte 3', reason: 'ECONNRESET' } },
  })
})
