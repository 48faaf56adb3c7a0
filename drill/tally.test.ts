import { describe, expect, it } from 'vitest'
import { startTally } from './tally.ts'

const WELL = { lost: [], wrong: [] }

describe('startTally', () => {
  it('counts what was lost and wrong, and what recovered', async () => {
    const told: string[] = []
    const tally = startTally('kill-apply', (words) => told.push(words))
    await tally.attempt('at 0.1', async () => WELL)
    await tally.attempt('at 0.2', async () => ({ lost: ['row 1', 'row 2'], wrong: ['row 3'] }))

    const { attempts, recovered, lost, wrong, faults } = tally.result()
    expect({ attempts, recovered, lost, wrong }).toEqual({
      ...{ attempts: 2, recovered: 1, lost: 2, wrong: 1 },
    })
    expect(faults[0]).toBe('lost, attempt 2, at 0.2: row 1')
    expect(told).toHaveLength(3)
  })

  it('counts an attempt that breaks down as wrong, and one outside of any too', async () => {
    const tally = startTally('kill-apply', () => {})
    await tally.attempt('at 0.1', () => Promise.reject(new Error('no')))
    await tally.whole(() => Promise.reject(new Error('no world')))

    expect(tally.result()).toMatchObject({ attempts: 1, recovered: 0, wrong: 2 })
  })

  it('tells what could not be run, which is neither recovered nor wrong', () => {
    const tally = startTally('disk-full', () => {})
    tally.notRun('a full disk', 'no right to mount')

    expect(tally.result()).toMatchObject({
      ...{ attempts: 0, recovered: 0, wrong: 0, notRun: ['a full disk: no right to mount'] },
    })
  })
})
