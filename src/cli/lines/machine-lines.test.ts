import { describe, expect, it } from 'vitest'
import type { ListedMachine } from '../../inventory/list/queries.ts'
import type { MachineList } from '../../inventory/list/store.ts'
import { voiceOf } from '../../reports/voice.ts'
import { machineLines } from './machine-lines.ts'

const MACHINE: ListedMachine = {
  recordId: 1,
  source: 'ninjaone',
  nativeKey: '501',
  deviceId: 7,
  displayName: 'Front desk',
  hostname: 'alb-01',
  site: 'Alder',
  organisation: 'Alder LLP',
  location: null,
  class: 'workstation',
  classRule: 'node-class',
  isSpare: false,
  spareRule: null,
  isBillable: true,
  billableRule: 'not-spare',
  serial: 'ABC1234',
  inventoryNumber: null,
  operatingSystem: null,
  model: null,
  since: '2026-11-01',
  lastContact: new Date('2026-11-20T11:00:00Z'),
}
const LIST: MachineList = {
  day: '2026-11-20',
  restsOn: [
    { source: 'ninjaone', day: '2026-11-20' },
    { source: 'threatlocker', day: '2026-11-18' },
  ],
  isPast: false,
  items: [MACHINE],
  total: 1,
}
const PAGE = { sort: 'name', limit: 50, offset: 0 } as const
const speaker = (language: 'en' | 'es') => ({
  language,
  clock: voiceOf(language, 'America/Havana').at,
})

describe('machineLines', () => {
  it('say how many, on what that rests, and each machine', () => {
    expect(machineLines(LIST, PAGE, speaker('en'))).toEqual([
      'Machines as of 2026-11-20: 1, as each source lists them',
      '  NinjaOne as of 2026-11-20',
      '  ThreatLocker as of 2026-11-18; not collected since',
      '',
      'RECORD        NAME        HOST NAME  SITE   KIND         SERIAL NUMBER  LAST CONTACT',
      'ninjaone:501  Front desk  alb-01     Alder  workstation  ABC1234        2026-11-20 06:00',
    ])
  })

  it('say of a past day that what changes daily is not kept of it', () => {
    const lines = machineLines({ ...LIST, isPast: true }, PAGE, speaker('en'))

    expect(lines[3]).toMatch(/^ {2}A later day is known: last contact and user, /u)
  })

  it('name the organisation of a machine at no site, and show what is not known as such', () => {
    const bare = { ...MACHINE, site: null, hostname: null, serial: null, lastContact: null }

    const lines = machineLines({ ...LIST, items: [bare] }, PAGE, speaker('es'))

    expect(lines.at(-1)).toBe(
      'ninjaone:501  Front desk  -                 (sin sitio) Alder LLP  estación de trabajo  -                -',
    )
  })

  it.each([
    [{ isSpare: true, isBillable: false }, 'spare'],
    [{ isSpare: true, isBillable: true }, 'spare, billed'],
    [{ isSpare: false, isBillable: false }, 'workstation, not billed'],
  ])('tell of %j that it is: %s', (changed, kind) => {
    const lines = machineLines(
      { ...LIST, items: [{ ...MACHINE, ...changed }] },
      PAGE,
      speaker('en'),
    )

    expect(lines.at(-1)).toContain(`  ${kind}  `)
  })

  it('say where a page stands among all, and how to see the rest', () => {
    const page = { ...PAGE, limit: 1, offset: 1_000 }
    const lines = machineLines({ ...LIST, total: 1_204 }, page, speaker('en'))

    expect(lines.at(-1)).toBe(
      'These are 1,001 to 1,001 of 1,204; the next: --offset 1001; all of them: --all, or --out FILE',
    )
    expect(machineLines({ ...LIST, items: [], total: 3 }, page, speaker('es')).at(-1)).toBe(
      'Ahí no empieza nada: 3 equipos en total.',
    )
  })

  it('say so when no source is known, which is another thing than no machine', () => {
    const lines = machineLines({ ...LIST, restsOn: [], items: [], total: 0 }, PAGE, speaker('en'))

    expect(lines.at(-1)).toBe('  No source of machines is known up to that day.')
  })
})
