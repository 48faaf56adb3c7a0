import { expect, it } from 'vitest'
import { explain } from '../language/error-words.ts'
import { unreachable, whereOf } from './unreachable.ts'

const failed = (message: string, code?: string) => Object.assign(new Error(message), { code })

it.each([
  [failed('connect ECONNREFUSED ::1:5432', 'ECONNREFUSED'), 'nothing-answers'],
  [failed('getaddrinfo ENOTFOUND db', 'ENOTFOUND'), 'unknown-host'],
  [failed('timeout exceeded when trying to connect'), 'no-answer-in-time'],
  [failed('Connection terminated unexpectedly'), 'connection-closed'],
  [failed('password authentication failed for user "m"', '28P01'), 'refused'],
  [failed('Cannot read properties'), 'other-failure'],
])('knows why from what the driver throws: %s', (error, reason) => {
  const { details } = unreachable(error, 'db:5432/muster')
  expect(details).toEqual({ where: 'db:5432/muster', reason, said: error.message })
})

it('knows why when every address of a name was tried', () => {
  const tried = [failed('connect ECONNREFUSED ::1:1', 'ECONNREFUSED'), failed('y', 'ECONNREFUSED')]
  const { details } = unreachable(new AggregateError(tried, ''), 'localhost')
  expect(details).toMatchObject({
    reason: 'nothing-answers',
    said: 'connect ECONNREFUSED ::1:1; y',
  })
})

it('is told in each language, with the words of the server only quoted', () => {
  const error = unreachable(failed('no such user', '28P01'), 'db:5432/muster')
  expect(explain(error, 'en')).toContain(
    'at db:5432/muster cannot be reached: the server refuses ("no such user").',
  )
  expect(explain(error, 'es')).toContain(
    'en db:5432/muster: el servidor se niega («no such user»).',
  )
})

it.each([
  ['postgres://ana:geheim@db:5432/muster', 'db:5432/muster'],
  ['postgres://ana:geheim@/muster?host=/run/postgresql', '/run/postgresql/muster'],
  ['/run/postgresql muster', '/run/postgresql muster'],
])('says where %s is without who and how', (url, where) => {
  expect(whereOf(url)).toBe(where)
})
