import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../lib/errors.ts'
import { StatementFault } from '../database.ts'
import { sqliteFailure } from './fault.ts'

function errorOf(...statements: string[]): unknown {
  const database = new DatabaseSync(':memory:')
  try {
    for (const statement of statements) database.exec(statement)
  } catch (error) {
    return error
  } finally {
    database.close()
  }
  throw new Error('no statement failed')
}

describe('sqliteFailure', () => {
  it('knows a database that may only be read', () => {
    const error = errorOf(
      'create table t (a)',
      'pragma query_only = on',
      'insert into t values (1)',
    )

    const failure = sqliteFailure(error, 'ocs.sqlite')

    expect(failure).toMatchObject({
      code: 'ocs.read-only',
      details: { where: 'ocs.sqlite', reason: 'attempt to write a readonly database' },
    })
  })

  it('keeps the reason of a statement the database refuses', () => {
    const failure = sqliteFailure(
      errorOf('create table t (a check (a < 3))', 'insert into t values (5)'),
      'ocs.sqlite',
    )

    expect(failure).toBeInstanceOf(StatementFault)
    expect(failure.message).toBe('CHECK constraint failed: a < 3')
  })

  it('takes anything unknown for a lost database', () => {
    const failure = sqliteFailure(new Error('database is not open'), 'ocs.sqlite')

    expect(failure).toBeInstanceOf(AppError)
    expect(failure).toMatchObject({ code: 'ocs.lost', details: { reason: 'database is not open' } })
  })
})
