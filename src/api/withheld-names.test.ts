import { describe, expect, it } from 'vitest'
import { explain } from '../language/error-words.ts'
import { AppError } from '../lib/errors.ts'
import { withoutNames } from './withheld-names.ts'

const FAILURES: readonly AppError[] = [
  new AppError('source.not-found', { source: 'x', known: ['secret-1', 'secret-2'] }),
  new AppError('metric.not-found', { metric: 'x', known: ['secret-1'] }),
  new AppError('metric.ambiguous', { metric: 'x', sources: ['secret-1', 'secret-2'] }),
]

describe('withoutNames', () => {
  it.each(FAILURES)('tells who sees some sites no names in $code', (failure) => {
    const told = withoutNames(failure, { sites: ['Norte'] })
    if (!(told instanceof AppError)) throw new Error('it has no name any more')
    const said = `${explain(told, 'en')} ${explain(told, 'es')}`

    expect(told.code).toBe(failure.code)
    expect(JSON.stringify(told.details)).not.toContain('secret')
    expect(said).not.toMatch(/secret|null/u)
  })

  it.each(FAILURES)('tells who sees all the names in $code', (failure) => {
    expect(withoutNames(failure, { sites: null })).toBe(failure)
    expect(withoutNames(failure, null)).toBe(failure)
  })
})
