import { describe, expect, it } from 'vitest'
import { daysAgo, guarded, managed, sayOf } from '../../../../test/support/machines.ts'
import { classMismatch } from './class-mismatch.ts'

const said = sayOf(classMismatch)
const classes = ['server', 'workstation', 'other'] as const

describe('class-mismatch', () => {
  it('is a server at one source that is a workstation at the other', () => {
    const server = managed({ class: 'server', nodeClass: 'WINDOWS_SERVER' })

    expect(said(server, guarded())?.evidence).toMatchObject({
      records: [{ ref: 'ninjaone:501' }, {}],
      classes: { ninjaone: 'server', threatlocker: 'workstation' },
      nodeClasses: { ninjaone: 'WINDOWS_SERVER', threatlocker: null },
    })
  })

  it.each(classes.flatMap((one) => classes.map((other) => [one, other] as const)))(
    'of %s and %s is only a server against a workstation',
    (one, other) => {
      const isSaid = said(managed({ class: one }), guarded({ class: other })) !== null

      expect(isSaid).toBe(one !== other && one !== 'other' && other !== 'other')
    },
  )

  it('goes by the record heard of last', () => {
    const before = guarded({ recordId: 5, class: 'server', lastContact: daysAgo(2) })

    expect(said(managed(), before, guarded())).toBeNull()
    expect(said(managed(), before)).not.toBeNull()
  })
})
