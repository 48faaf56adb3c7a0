import { describe, expect, it } from 'vitest'
import { StatementFault } from '../database.ts'
import { connectFailure, selectFailure, writeFailure } from './fault.ts'

const server = { where: 'muster@db:3306/ocsweb', user: 'muster', database: 'ocsweb' }

function driverError(errno: number, message = 'as the server puts it', code = 'ER_SOME') {
  return Object.assign(new Error(message), { errno, code })
}

describe('connectFailure', () => {
  it.each([
    ['ocs.refused', driverError(1045)],
    ['ocs.refused', driverError(1130)],
    ['ocs.not-ocs', driverError(1049)],
    ['ocs.unreachable', driverError(1040)],
    ['ocs.unreachable', driverError(-111, '', 'ECONNREFUSED')],
  ])('gives %s', (code, error) => {
    expect(connectFailure(error, server)).toMatchObject({ code, details: { where: server.where } })
  })

  it('finds words where the system has none', () => {
    const error = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' })

    expect(connectFailure(error, server)).toMatchObject({
      details: { reason: 'nothing-answers' },
    })
  })
})

describe('writeFailure', () => {
  it.each([1142, 1143, 1290, 1792, 1836])('gives ocs.read-only for error %i', (errno) => {
    expect(writeFailure(driverError(errno), server)).toMatchObject({ code: 'ocs.read-only' })
  })

  it.each([1053, 1317, 1927, 1969])('gives ocs.lost for error %i', (errno) => {
    expect(writeFailure(driverError(errno), server)).toMatchObject({ code: 'ocs.lost' })
  })

  it.each([
    ['deadlock', 1213],
    ['lock-wait', 1205],
    ['refused', 1406],
    ['refused', 1644],
  ])('gives a fault of kind %s for error %i', (kind, errno) => {
    const fault = writeFailure(driverError(errno), server)

    expect(fault).toBeInstanceOf(StatementFault)
    expect(fault).toMatchObject({ kind, message: 'as the server puts it' })
  })

  it('lets a fault of our own fly', () => {
    const bug = new TypeError('not a function')

    expect(writeFailure(bug, server)).toBe(bug)
  })
})

describe('selectFailure', () => {
  it('gives ocs.refused where a right is missing', () => {
    expect(selectFailure(driverError(1142), server)).toMatchObject({
      code: 'ocs.refused',
      details: { user: 'muster', reason: 'as the server puts it' },
    })
  })

  it('gives ocs.lost where the driver says that the session is over', () => {
    const error = Object.assign(new Error('closed state'), { fatal: true })

    expect(selectFailure(error, server)).toMatchObject({ code: 'ocs.lost' })
  })
})
