import { describe, expect, it } from 'vitest'
import type { LostValue, SaidValue } from '../../inventory/field/describe-fields.ts'
import type { DescribedDevice } from '../../jobs/fleet/describe-device.task.ts'
import { deviceLines } from './device-lines.ts'
import { notListedLines, severalLines } from './device-question-lines.ts'

const AT = new Date('2026-11-20T08:00:00Z')
const RMM: SaidValue = {
  ...{ ref: 'ninjaone:501', source: 'ninjaone', value: 'Front desk', since: '2026-11-10' },
  ...{ lastContact: AT, heard: { kind: 'heard', days: 0 } },
}
const EDR: LostValue = {
  ...RMM,
  ...{ ref: 'threatlocker:x', source: 'threatlocker', value: 'ALB-01', since: '2026-11-19' },
  ...{ because: 'later', agrees: false },
}
const STORY: DescribedDevice['story'] = {
  ...{ day: '2026-11-20', deviceId: 17, decisions: [], ambiguous: [] },
  records: [
    {
      ...{ ref: 'ninjaone:501', name: 'Front desk', hostname: null, serial: 'A1', site: 'Alder' },
      ...{ rule: 'serial', value: 'A1', otherValue: 'A1', through: 'threatlocker:x', lost: null },
      since: '2026-11-01',
    },
  ],
}
const DEVICE: DescribedDevice = {
  ...{ kind: 'described', asOf: '2026-11-20', deviceId: 17, standsFor: null, mergedDevices: [] },
  ...{ mergedLaterInto: null, yieldsAfter: 14, isSilenceKnown: true, story: STORY },
  restsOn: [{ source: 'ninjaone', day: '2026-11-20' }],
  records: [
    { ref: 'ninjaone:501', source: 'ninjaone', lastContact: AT, heard: RMM.heard },
    { ref: 'threatlocker:x', source: 'threatlocker', lastContact: AT, heard: EDR.heard },
  ],
  orders: [{ field: '*', sources: ['ninjaone', 'threatlocker'] }],
  fields: [
    {
      ...{ field: 'displayName', kind: 'won', rule: 'order', winner: RMM, losers: [EDR] },
      blank: [],
    },
    {
      ...{ field: 'class', kind: 'won', rule: 'order', winner: { ...RMM, value: 'server' } },
      ...{ losers: [{ ...EDR, value: 'server', agrees: true }], blank: [] },
    },
    {
      ...{ field: 'site', kind: 'won', rule: 'order', winner: { ...RMM, value: 'Alder' } },
      ...{ losers: [], blank: ['threatlocker:x'] },
    },
    { field: 'uuid', kind: 'nothing-said', losers: [], blank: ['ninjaone:501', 'threatlocker:x'] },
  ],
}

const tell = (device: Partial<DescribedDevice> = {}, language: 'en' | 'es' = 'en') =>
  deviceLines({ ...DEVICE, ...device }, { language, clock: (at) => at.toISOString().slice(0, 10) })

describe('deviceLines', () => {
  it('tell what a machine is, its winners, the losers that differ, and why it is one', () => {
    expect(tell()).toEqual([
      'Machine 17 as of 2026-11-20: Front desk, server, at Alder',
      '  NinjaOne as of 2026-11-20',
      '',
      '  RECORD          LAST CONTACT',
      '  ninjaone:501    2026-11-20',
      '  threatlocker:x  2026-11-20',
      '',
      '  FIELD  VALUE       SOURCE    WHY                    SAID SINCE',
      '  Name   Front desk  NinjaOne  first in the order     2026-11-10 (10 days)',
      '  Class  server      NinjaOne  first in the order     2026-11-10 (10 days)',
      '  Site   Alder       NinjaOne  only one that says it  2026-11-10 (10 days)',
      '  In this order: NinjaOne, ThreatLocker',
      '',
      'What others say instead:',
      '  FIELD  VALUE   SOURCE        WHY NOT             SAID SINCE',
      '  Name   ALB-01  ThreatLocker  later in the order  2026-11-19 (1 day)',
      '',
      '1 more value says the same.',
      'Said by none: UUID.',
      '',
      'Why they are one machine:',
      '  ninjaone:501 with threatlocker:x, since 2026-11-01: serial number "A1"',
    ])
  })

  it('say who is silent, and who never says when it was heard of', () => {
    const records = [
      { ...DEVICE.records[0]!, heard: { kind: 'silent', days: 20 } as const },
      { ...DEVICE.records[1]!, lastContact: null, heard: { kind: 'unknown' } as const },
    ]

    expect(tell({ records }).slice(4, 6)).toEqual([
      '  ninjaone:501    2026-11-20    silent for 20 days: yields after 14 days',
      '  threatlocker:x  -             its source does not say when; it does not yield',
    ])
  })

  it('say of a past day that the order decides alone', () => {
    const told = tell({ isSilenceKnown: false }, 'es')

    expect(told[2]).toMatch(/^ {2}El último contacto.* de este día decide el orden/u)
    expect(told).toContain('  En este orden: NinjaOne, ThreatLocker')
  })

  it('say into which machine another was merged, and what was merged into it besides', () => {
    const standsFor = { kind: 'merged', device: 9 } as const
    const told = tell({ standsFor, mergedDevices: [9, 12] })

    expect(told.slice(1, 3)).toEqual([
      '  Machine 9 was merged into 17, which is told here.',
      '  Merged into it: 12',
    ])
    expect(tell({ standsFor, mergedDevices: [9] })[2]).toBe('  NinjaOne as of 2026-11-20')
    expect(tell({ mergedLaterInto: 40 }, 'es')[1]).toBe('  Se fusionó después en el 40.')
  })

  it('say that the record asked for speaks of it on other days', () => {
    const standsFor = { kind: 'other-days', ref: 'ocs:3' } as const

    expect(tell({ standsFor }, 'es')[1]).toBe(
      '  ocs:3 no figura este día; otros días hablaba de este equipo.',
    )
  })

  it('tell two records of one source apart by as much of their ids as it takes', () => {
    const ref = (id: string) => ({ ...DEVICE.records[0]!, ref: `ninjaone:${id}` })
    const winnerCell = (mine: string, other: string) => {
      const winner = { ...RMM, ref: `ninjaone:${mine}` }
      const fields: DescribedDevice['fields'] = [
        { field: 'displayName', kind: 'won', rule: 'order', winner, losers: [EDR], blank: [] },
      ]
      const records = [ref(mine), ref(other)]
      return tell({ records, fields }).find((line) => line.startsWith('  Name'))
    }

    expect(winnerCell('501', '777')).toContain('  NinjaOne 501  ')
    expect(winnerCell('056a221c-01', '5f329a77-02')).toContain('  NinjaOne 056a221c…  ')
    expect(winnerCell('aaaa0000-01', 'aaaa0000-02')).toContain('  NinjaOne aaaa0000-01  ')
  })

  it('tell an order of its own, a long list cut short, and what is kept as of now alone', () => {
    const macs = { ...RMM, value: ['a', 'b', 'c', 'd', 'e'], since: null }
    const told = tell({
      orders: [...DEVICE.orders, { field: 'macs', sources: ['threatlocker', 'ninjaone'] }],
      fields: [
        {
          ...{ field: 'macs', kind: 'won', rule: 'all-silent', winner: macs },
          ...{ losers: [{ ...EDR, value: true }], blank: [] },
        },
      ],
    })

    expect(told).toContain(
      '  In this order: NinjaOne, ThreatLocker; MAC addresses: ThreatLocker, NinjaOne',
    )
    expect(told.find((line) => line.includes('a, b, c'))).toBe(
      '  MAC addresses  a, b, c and 2 more  NinjaOne  all are silent; first in the order  only the newest is kept',
    )
  })

  it('hold nothing that steers the terminal', () => {
    const evil = { ...RMM, value: 'A\u001b[2J' }
    const fields: DescribedDevice['fields'] = [
      { field: 'displayName', kind: 'won', rule: 'order', winner: evil, losers: [], blank: [] },
    ]

    expect(tell({ fields }).join('\n')).not.toContain('\u001b')
  })
})

describe('severalLines', () => {
  const candidate = (deviceId: number) => ({
    deviceId,
    records: [
      { ref: 'ninjaone:1', displayName: 'Front', hostname: 'pc-1', site: 'Alder' },
      { ref: 'threatlocker:x', displayName: 'Front', hostname: 'PC-1', site: null },
    ],
  })
  const several = (count: number) => ({
    ...({ kind: 'several', asOf: '2026-11-20', asked: 'pc-1' } as const),
    candidates: Array.from({ length: count }, (_, at) => candidate(at + 1)),
  })

  it('list the machines of a name, and how to ask for one', () => {
    expect(severalLines(several(2), 'en')).toEqual([
      '2 machines go by "pc-1" as of 2026-11-20; ask for one by its number: muster device 1',
      '',
      '  MACHINE  NAME   HOST NAME    SITE                  RECORDS',
      '  1        Front  pc-1 / PC-1  Alder / (at no site)  ninjaone:1 / threatlocker:x',
      '  2        Front  pc-1 / PC-1  Alder / (at no site)  ninjaone:1 / threatlocker:x',
    ])
  })

  it('say so where there are more than are shown', () => {
    const told = severalLines(several(60), 'es')

    expect(told).toHaveLength(55)
    expect(told.at(-1)).toBe('Estos son los primeros 50; --json los lista todos.')
  })
})

describe('notListedLines', () => {
  const unlisted = {
    ...({ kind: 'not-listed', asOf: '2026-11-20', asked: 'device:17', deviceId: 17 } as const),
  }

  it('name the days nearest to it, each with its command', () => {
    expect(notListedLines({ ...unlisted, before: '2026-10-31', after: null }, 'en')).toEqual([
      'No source lists device:17 on 2026-11-20. The nearest days kept that have it: 2026-10-31.',
      '  muster device 17 --as-of 2026-10-31',
    ])
  })

  it('say so where no day kept has it', () => {
    expect(notListedLines({ ...unlisted, before: null, after: null }, 'es')).toEqual([
      'Ninguna fuente tiene device:17 el 2026-11-20. Ningún día conservado lo tiene.',
    ])
  })
})
