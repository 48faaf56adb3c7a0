import { expect, it } from 'vitest'
import { AppError } from '../lib/errors.ts'
import { withLocalTimes } from './local-times.ts'

const BUSY = { id: 42, task: 'plan', actor: 'ana', host: 'pc-7', pid: 7 }

it('tells since when another run goes on by the clock on the wall', () => {
  const error = new AppError('run.busy', { ...BUSY, since: '2026-11-21T03:15:40.000Z' })
  expect(withLocalTimes(error, 'America/Havana').details).toMatchObject({
    since: '2026-11-20 22:15',
  })
})

it('leaves every other failure as it is, and a time that nobody knows', () => {
  const other = new AppError('run.not-found', { id: 7 })
  const unknown = new AppError('run.busy', { ...BUSY, since: '?' })
  for (const error of [other, unknown]) expect(withLocalTimes(error, 'UTC')).toBe(error)
})
