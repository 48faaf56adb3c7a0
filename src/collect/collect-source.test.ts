import { expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '../lib/errors.ts'
import type { Connection } from '../sources/source.ts'
import { type CollectContext, collectSource } from './collect-source.task.ts'

const connection: Connection = {
  origin: { name: 'list.csv', hash: null, bytes: null },
  expected: () => null,
  rows: async function* () {
    yield [{ place: 'list.csv:2', row: {} }]
  },
  notes: () => [],
  close: async () => {},
}

/** Collects under a run that ends at its first tick; gives what it kept of the source. */
async function keptWhenEndedBy(error: AppError) {
  const kept: unknown[] = []
  const context = {
    ...{ runId: 1, day: '2026-01-05', shrinkLimit: 0.2, now: () => new Date(0) },
    collections: {
      lastAccepted: async () => null,
      add: async (collection: unknown) => kept.push(collection),
    } as unknown as CollectContext['collections'],
    progress: {
      step: <T>(_name: string, work: (tick: () => void) => Promise<T>) =>
        work(() => {
          throw error
        }),
    },
  }
  const source = { id: 'list', record: z.object({}) }
  const feed = { source, step: 'read-ocs', connect: async () => connection } as const
  await collectSource(context, feed).catch((thrown) => expect(thrown).toBe(error))
  return kept
}

it('keeps what ends a source, and nothing of what ends the whole run', async () => {
  const ofSource = new AppError('ocs.lost', { where: 'ocs', reason: 'reset' })
  expect(await keptWhenEndedBy(ofSource)).toMatchObject([{ state: 'failed' }])
  expect(await keptWhenEndedBy(new AppError('run.cancelled', { id: 1 }))).toEqual([])
  expect(await keptWhenEndedBy(new AppError('run.lock-lost', { id: 1 }))).toEqual([])
})
