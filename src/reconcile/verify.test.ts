import { describe, expect, it } from 'vitest'
import type { OcsComputer } from '../sources/ocs/computer.ts'
import type { AppliedChange } from './applied-change.ts'
import { presentInOcs } from './present-in-ocs.ts'
import { standingJudge } from './verify.ts'

const machine = {
  hostname: 'PC-1',
  serial: 'S-1',
  uuid: null,
  deviceId: 'PC-1-2025',
  lastContact: null,
}
const applied: AppliedChange = {
  n: 1,
  recordKey: '10',
  from: 'OLD',
  to: 'A-1',
  inventoryNumber: '7',
  machine,
}
const row = (changes: Partial<OcsComputer>): OcsComputer => ({
  ...machine,
  hardwareId: 10,
  archived: false,
  tag: 'A-1',
  inventoryNumber: '7',
  virtualMachine: null,
  ...changes,
})

const judgeOver = (...computers: OcsComputer[]) =>
  standingJudge(presentInOcs({ target: 'ocs', computers, unreadable: new Set() }))

describe('standingJudge', () => {
  it('does not call a computer gone whose row cannot be read', () => {
    const unreadable = new Set([10])
    const judge = standingJudge(presentInOcs({ target: 'ocs', computers: [], unreadable }))

    expect(judge(applied)).toEqual({ kind: 'unreadable' })
  })

  it.each([
    [{ tag: 'A-1' }, { kind: 'standing' }],
    [{ tag: 'OLD' }, { kind: 'reverted', found: 'OLD' }],
    [{ tag: 'LOST' }, { kind: 'reverted', found: 'LOST' }],
    [{ tag: 'B-2' }, { kind: 'changed', found: 'B-2' }],
    [{ hardwareId: 11 }, { kind: 'merged', found: 'A-1', recordKey: '11' }],
    [{ hardwareId: 11, serial: 'S-2', hostname: 'X', deviceId: 'X' }, { kind: 'gone' }],
    [{ hardwareId: 9 }, { kind: 'gone' }],
  ])('reads %j as %j', (changes, standing) => {
    expect(judgeOver(row(changes))(applied)).toEqual(standing)
  })

  it('takes no heir for what a maker forgot to fill in', () => {
    const forgotten = { ...machine, serial: 'To be filled by O.E.M.' }
    const stranger = { hostname: 'X', deviceId: 'X', serial: 'To Be Filled By O.E.M.' }
    const judge = judgeOver(row({ hardwareId: 11, ...stranger }))

    expect(judge({ ...applied, machine: forgotten })).toEqual({ kind: 'gone' })
  })

  it('does not choose between two heirs', () => {
    const judge = judgeOver(row({ hardwareId: 11 }), row({ hardwareId: 12 }))

    expect(judge(applied)).toEqual({ kind: 'gone' })
  })
})
