import { expect, it } from 'vitest'
import { AppError } from '../lib/errors.ts'
import { SILENT } from '../lib/progress.ts'
import { type ApplyContext, applyPlan } from './apply-plan.task.ts'

const plan = { kind: 'tags', corrects: 'tags', state: 'waiting', target: 'ocs', changes: 2 }

/** An apply whose second batch cannot be written, while what came of the first cannot be kept. */
function failing(ofWriting: Error, ofKeeping: Error): ApplyContext {
  const written = Promise.withResolvers<void>()
  return {
    ...{ runId: 1, actor: 'ana', progress: SILENT, batchSize: 1 },
    plans: {
      get: async () => plan,
      setState: async () => {},
      pending: async (_plan: number, { last }: { last: number }) => [{ n: last }],
      addAttempt: async () => {},
      addOutcomes: () => written.promise.then(() => Promise.reject(ofKeeping)),
    } as unknown as ApplyContext['plans'],
    writer: {
      ...{ target: 'ocs', batchSize: 1, assertWritable: async () => {}, close: async () => {} },
      replace: async ([change]) => {
        if ((change as unknown as { n: number }).n === 1) return [{ kind: 'applied' }]
        written.resolve()
        throw ofWriting
      },
    },
  }
}

it('throws what kept it from writing, and tells with it what kept the outcomes before from being kept', async () => {
  const ofWriting = new AppError('ocs.lost', { where: 'ocs', reason: 'reset' })
  const ofKeeping = new Error('the database is gone')

  await expect(applyPlan(failing(ofWriting, ofKeeping), 7)).rejects.toBe(ofWriting)
  expect(ofWriting.cause).toBe(ofKeeping)
})
