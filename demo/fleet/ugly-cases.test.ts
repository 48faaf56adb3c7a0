import { describe, expect, it } from 'vitest'
import type { Wire } from '../vendors/fleet.ts'
import { readEvening, type SeenMachine } from './evening.ts'
import { makeFleet } from './fleet.ts'
import { UGLY_CASES, type UglyCaseCode } from './ugly-cases.ts'

const DEMO = { seed: 2026, size: 700, firstDay: '2025-09-21', lastDay: '2026-11-20' }
const fleet = makeFleet(DEMO)
const days = [DEMO.firstDay, DEMO.lastDay].map((day) => ({ day, seen: readEvening(fleet, day) }))

/** The machines that have a case, and whether they show it. */
type Shown = (machines: readonly SeenMachine[], day: string) => boolean

const systemOf = (device: Wire | undefined) => device?.system as Wire | undefined // agents have it
const serials = ({ devices, computers }: SeenMachine) => [
  ...devices.map((device) => systemOf(device)?.serialNumber),
  ...computers.map(({ serialNumber }) => serialNumber),
]
const macs = ({ devices: [device] }: SeenMachine) => (device?.macAddresses ?? []) as string[]
const sharers = (machines: readonly SeenMachine[]) => {
  const groups = Map.groupBy(machines.flatMap(macs), (mac) => mac).values()
  return [...groups].filter(({ length }) => length > 1).map(({ length }) => length)
}
const host = ({ devices: [device] }: SeenMachine) =>
  String(device?.dnsName).split('.')[0]?.toUpperCase()
const daysSilent = (contact: unknown, day: string) => {
  const seconds = typeof contact === 'number' ? contact : Date.parse(String(contact)) / 1000
  return (Date.parse(`${day}T23:00:00Z`) / 1000 - seconds) / 86_400
}
const all = (shows: (seen: SeenMachine, day: string) => boolean): Shown => {
  return (machines, day) => machines.every((seen) => shows(seen, day))
}
const device = (shows: (device: Wire, day: string) => boolean) =>
  all(({ devices: [first] }, day) => first !== undefined && shows(first, day))
const computer = (shows: (computer: Wire) => boolean) =>
  all(({ computers: [first] }) => first !== undefined && shows(first))
const both = (one: Shown, other: Shown): Shown => {
  return (machines, day) => one(machines, day) && other(machines, day)
}

const SHOWN: Readonly<Record<UglyCaseCode, Shown>> = {
  'template-serial': both(
    device((it) => systemOf(it)?.virtualMachine === true),
    (machines) => new Set(machines.flatMap(serials)).size === 1,
  ),
  'oem-serial': all((it) => serials(it).every((serial) => serial === 'To be filled by O.E.M.')),
  'none-serial': all((it) => serials(it).every((serial) => serial === 'None')),
  'junk-serial': (machines) => new Set(machines.flatMap(serials)).size === 4,
  'dock-mac': (machines) => String(sharers(machines)) === '4,4',
  'virtual-mac': (machines) => String(sharers(machines)) === '4',
  'renamed-host': all((it) => it.computers[0]?.hostname !== host(it)),
  'cut-name': (machines) => {
    const groups = Map.groupBy(
      machines,
      ({ devices: [it] }) => `${it?.organizationId} ${it?.systemName}`,
    )
    const isCut = [...groups.keys()].every((key) => / .{15}$/.test(key))
    const pairs = [...groups.values()].filter(([one, other]) => one && other)
    return isCut && pairs.length === 3 && new Set(machines.map(host)).size === machines.length
  },
  'cut-name-only': both(
    device((it) => String(it.systemName).length === 15 && !('dnsName' in it)),
    all(({ devices: [it], computers: [other] }) => {
      const isLonger = String(other?.hostname).length > 15
      const isSame = String(other?.hostname).startsWith(String(it?.systemName))
      return isLonger && isSame && other?.serialNumber === null
    }),
  ),
  'no-dns-name': device((it) => !('dnsName' in it) && it.systemName !== undefined),
  'no-display-name': device((it) => it.displayName === null),
  twins: all((it) => it.devices.length === 2 && new Set(serials(it)).size === 1),
  'host-and-person': computer((it) => String(it.computerName).startsWith(`${it.hostname} | `)),
  'trailing-space': both(
    device((it) => /\S $/.test(String(it.displayName))),
    computer((it) => /\S {2}$/.test(String(it.computerName)) && /\S $/.test(String(it.hostname))),
  ),
  'spare-with-agent': both(
    device((it) => /spare/i.test(String(it.displayName))),
    computer((it) => it.isDeleted === false),
  ),
  'spare-by-location': all(
    ({ truth, devices: [it], computers }) =>
      truth.location === 'Spare pool' && !/spare/i.test(`${it?.displayName}`) && !computers[0],
  ),
  'stock-room': all(
    ({ truth, computers }) => truth.location === 'Stock room' && truth.isSpare && !!computers[0],
  ),
  'vmware-host': device((it) => it.nodeClass === 'VMWARE_VM_HOST'),
  'vmware-guest': (machines) => {
    const hosts = Map.groupBy(
      machines.map(({ devices: [it] }) => it),
      (it) => `${it?.parentDeviceId} ${it?.organizationId}`,
    )
    const sizes = [...hosts.values()].map(({ length }) => length)
    return String(sizes) === '7,7' && machines.every(({ truth }) => truth.isSpare)
  },
  'hyperv-guest': device((it) => it.nodeClass === 'HYPERV_VMM_GUEST'),
  'network-device': both(
    device((it) => String(it.nodeClass).startsWith('NMS_') && !('os' in it)),
    (machines) => machines.some(({ devices: [it] }) => /^10\./.test(String(it?.systemName))),
  ),
  'other-class': device((it) => !/^(NMS|WINDOWS|LINUX|MAC|VMWARE)/.test(String(it.nodeClass))),
  decommissioned: device(
    (it, day) => it.approvalStatus === 'DECOMMISSIONED' && daysSilent(it.lastContact, day) > 14,
  ),
  pending: device((it) => it.approvalStatus === 'PENDING'),
  'no-location': device((it) => !('locationId' in it)),
  'equal-host-name': (machines) => {
    const groups = [...Map.groupBy(machines, host).values()]
    const tenants = groups.map((group) => {
      return new Set(group.map(({ devices: [it] }) => it?.organizationId)).size
    })
    const hasSerial = machines.some(({ computers: [it] }) => it?.serialNumber !== null)
    return String(tenants) === '2,2,2' && !hasSerial
  },
  'rmm-only': all(({ devices, computers }) => devices.length === 1 && computers.length === 0),
  'edr-only': all(({ devices, computers }) => devices.length === 0 && computers.length === 1),
  'class-differs': both(
    device((it) => it.nodeClass === 'WINDOWS_WORKSTATION'),
    computer((it) => /server/i.test(String(it.operatingSystem))),
  ),
  'silent-in-rmm': all(({ devices: [it], computers: [other] }, day) => {
    return daysSilent(it?.lastContact, day) > 14 && daysSilent(other?.lastCheckin, day) < 14
  }),
  'silent-in-edr': all(({ devices: [it], computers: [other] }, day) => {
    return daysSilent(it?.lastContact, day) < 14 && daysSilent(other?.lastCheckin, day) > 14
  }),
  'organisation-differs': all(({ truth, computers: [it] }) => {
    const known = fleet.truth(DEMO.lastDay).organisations
    const tenant = known.find(({ threatlocker }) => threatlocker?.id === it?.organizationId)
    return tenant !== undefined && tenant.code !== truth.organisation
  }),
  'display-name-differs': all((it) => {
    const [name, other] = [it.devices[0]?.displayName, it.computers[0]?.computerName]
    return name !== other && ![name, other].includes(host(it))
  }),
  'bare-edr-row': computer(
    (it) => it.hostname === null && it.serialNumber === null && it.installDate === null,
  ),
  'edr-no-serial': computer((it) => it.serialNumber === null),
  'never-checked-in': computer((it) => it.lastCheckin === null && !it.hasAtLeastOneCheckin),
  'deleted-in-edr': computer((it) => it.isDeleted === true),
  'address-for-name': computer((it) => /^\d+\.\d+\.\d+\.\d+$/.test(String(it.hostname))),
}

const cases = Object.entries(UGLY_CASES).map(([code, { per700, says }]) => ({ code, per700, says }))

describe('of 700 machines, on the first day and the last', () => {
  it.each(cases)('$per700 are $code: $says', ({ code, per700 }) => {
    for (const { day, seen } of days) {
      const machines = seen.filter(({ truth }) => truth.uglyCase === code)
      expect(machines).toHaveLength(per700)
      expect(SHOWN[code as UglyCaseCode](machines, day)).toBe(true) // a key of UGLY_CASES
    }
  })

  it('the rest is in good order', () => {
    for (const { seen } of days) {
      const plain = seen.filter(({ truth }) => truth.uglyCase === null)
      const marks = plain.flatMap(({ devices: [it] }) => systemOf(it)?.serialNumber ?? [])

      expect(new Set(marks).size).toBe(marks.length)
      expect(sharers(plain)).toEqual([])
      expect(
        plain.filter((it) => it.computers[0] && it.computers[0].serialNumber === null),
      ).toEqual([])
    }
  })
})

describe('of 7,000 machines', () => {
  const large = readEvening(makeFleet({ ...DEMO, size: 7_000 }), '2025-12-01')

  it.each(cases)('ten times as many are $code', ({ code, per700 }) => {
    expect(large.filter(({ truth }) => truth.uglyCase === code)).toHaveLength(10 * per700)
  })

  it('eight share the serial of a template and four a dock, and no more', () => {
    const ofCase = (code: UglyCaseCode) => large.filter(({ truth }) => truth.uglyCase === code)
    const templates = Map.groupBy(ofCase('template-serial').flatMap(serials), (serial) => serial)

    expect(templates.size).toBe(10)
    expect([...templates.values()].every(({ length }) => length === 16)).toBe(true)
    expect(new Set(sharers(ofCase('dock-mac')))).toEqual(new Set([4]))
  })
})
