/** Something people complain of, and how often the fleet has it. */
export interface UglyCase {
  /** Machines of every 700 that have it, from the first day to the last. */
  readonly per700: number
  readonly says: string
  readonly sort: MachineSort
  /** Which vendors list it; `chance` as for any machine. */
  readonly listedBy: 'both' | 'ninjaone' | 'threatlocker' | 'chance'
  /** What never changes of these machines, so that the case stays what it is. */
  readonly keeps: readonly Kept[]
  /** How many of a run stand in one organisation, one after the other; or two by two in different ones. */
  readonly together?: number | 'apart'
  /** They stand in an organisation that has such a location, and there. */
  readonly store?: 'Spare pool' | 'Stock room'
}

export type MachineSort =
  | 'workstation'
  | 'server'
  | 'vmware-host'
  | 'vmware-guest'
  | 'hyperv-guest'
  | 'network'
  | 'other'
export type Kept = 'name' | 'organisation' | 'location' | 'spare'
export type UglyCaseCode = keyof typeof UGLY_CASES

const SPARE: readonly Kept[] = ['spare']
const NAME: readonly Kept[] = ['spare', 'name']
const NAME_AND_ORGANISATION: readonly Kept[] = ['spare', 'name', 'organisation']
const ALL: readonly Kept[] = ['spare', 'name', 'organisation', 'location']
const NO_LOCATION: readonly Kept[] = ['spare', 'location']

const IN_BOTH = { sort: 'workstation', listedBy: 'both', keeps: SPARE } as const
const BY_CHANCE = { ...IN_BOTH, listedBy: 'chance' } as const
const IN_NINJAONE = { ...IN_BOTH, listedBy: 'ninjaone' } as const
const IN_EDR = { ...IN_BOTH, listedBy: 'threatlocker' } as const

/** Every case that is planted. `planting.ts` says in which machines, the truth of a day names them. */
export const UGLY_CASES = {
  'template-serial': {
    ...IN_BOTH,
    per700: 8,
    sort: 'server',
    says: 'virtual servers cloned from one template, eight with one serial',
  },
  'oem-serial': { ...IN_BOTH, per700: 6, says: 'serial "To be filled by O.E.M." in both vendors' },
  'none-serial': { ...IN_BOTH, per700: 4, says: 'serial "None" in both vendors' },
  'junk-serial': {
    ...IN_BOTH,
    per700: 4,
    says: 'serial "Default string", "System Serial Number", "0" or "123456789"',
  },
  'dock-mac': {
    ...IN_BOTH,
    per700: 8,
    says: "a dock's MAC beside their own, one dock on four machines",
  },
  'virtual-mac': {
    ...IN_BOTH,
    per700: 4,
    says: 'the MAC of a virtual adapter, the same on every machine that has one',
  },
  'renamed-host': {
    ...IN_BOTH,
    per700: 5,
    keeps: NAME,
    says: 'renamed long ago; ThreatLocker still has the old host name',
  },
  'cut-name': {
    ...IN_BOTH,
    per700: 6,
    keeps: NAME_AND_ORGANISATION,
    together: 2,
    says: 'systemName cut at 15 characters, equal on two machines; dnsName has it whole',
  },
  'cut-name-only': {
    ...IN_BOTH,
    per700: 4,
    keeps: NAME,
    says: 'systemName cut, dnsName absent, no serial in ThreatLocker: 15 characters must do',
  },
  'no-dns-name': { ...BY_CHANCE, per700: 6, says: 'dnsName absent, systemName whole' },
  'no-display-name': { ...BY_CHANCE, per700: 8, sort: 'server', says: 'displayName null' },
  twins: {
    ...IN_BOTH,
    per700: 4,
    says: 're-imaged, and the old record never removed: two records, one serial',
  },
  'host-and-person': {
    ...IN_BOTH,
    per700: 24,
    says: 'computerName "HOST | Person" in ThreatLocker',
  },
  'trailing-space': {
    ...IN_BOTH,
    per700: 6,
    says: 'spaces behind displayName, computerName and hostname',
  },
  'spare-with-agent': {
    ...IN_BOTH,
    per700: 6,
    keeps: NAME,
    says: 'spare by its display name in NinjaOne, agent in ThreatLocker',
  },
  'spare-by-location': {
    ...IN_NINJAONE,
    per700: 4,
    keeps: ALL,
    store: 'Spare pool',
    says: 'spare by its location alone',
  },
  'stock-room': {
    ...IN_BOTH,
    per700: 4,
    keeps: ALL,
    store: 'Stock room',
    says: 'spare in a stock room, where agents are kept on purpose',
  },
  'vmware-host': {
    ...IN_NINJAONE,
    per700: 2,
    sort: 'vmware-host',
    keeps: NAME_AND_ORGANISATION,
    together: 1,
    says: 'VMware hosts',
  },
  'vmware-guest': {
    ...IN_NINJAONE,
    per700: 14,
    sort: 'vmware-guest',
    keeps: NAME_AND_ORGANISATION,
    together: 7,
    says: 'VMware guests, seven below each host',
  },
  'hyperv-guest': {
    ...IN_NINJAONE,
    per700: 4,
    sort: 'hyperv-guest',
    says: 'Hyper-V guests, which are not spare by themselves',
  },
  'network-device': {
    ...IN_NINJAONE,
    per700: 22,
    sort: 'network',
    says: 'switches, routers, firewalls, access points, printers; some named by their address',
  },
  'other-class': {
    ...IN_NINJAONE,
    per700: 8,
    sort: 'other',
    says: 'cloud monitors, phones, tablets, unmanaged and managed devices',
  },
  decommissioned: {
    ...IN_NINJAONE,
    per700: 5,
    keeps: ALL,
    says: 'approvalStatus DECOMMISSIONED, long silent',
  },
  pending: { ...IN_NINJAONE, per700: 4, keeps: ALL, says: 'approvalStatus PENDING' },
  'no-location': { ...BY_CHANCE, per700: 5, keeps: NO_LOCATION, says: 'locationId absent' },
  'equal-host-name': {
    ...IN_BOTH,
    per700: 6,
    keeps: NAME_AND_ORGANISATION,
    together: 'apart',
    says: 'two machines of two organisations with one host name, no serial in ThreatLocker',
  },
  'rmm-only': {
    ...IN_NINJAONE,
    per700: 16,
    says: 'in use and not in ThreatLocker: the coverage gap',
  },
  'edr-only': { ...IN_EDR, per700: 14, says: 'in ThreatLocker and not in NinjaOne' },
  'class-differs': {
    ...IN_BOTH,
    per700: 4,
    says: 'a workstation in NinjaOne, a server by its operating system in ThreatLocker',
  },
  'silent-in-rmm': {
    ...IN_BOTH,
    per700: 4,
    keeps: ALL,
    says: 'silent in NinjaOne for weeks, alive in ThreatLocker',
  },
  'silent-in-edr': {
    ...IN_BOTH,
    per700: 4,
    keeps: ALL,
    says: 'silent in ThreatLocker for weeks, alive in NinjaOne',
  },
  'organisation-differs': {
    ...IN_BOTH,
    per700: 4,
    keeps: NAME_AND_ORGANISATION,
    says: "in another organisation's tenant in ThreatLocker",
  },
  'display-name-differs': {
    ...IN_BOTH,
    per700: 5,
    keeps: NAME,
    says: 'one friendly name in NinjaOne, another in ThreatLocker',
  },
  'bare-edr-row': {
    ...IN_BOTH,
    per700: 4,
    says: 'hostname, serialNumber and installDate null in ThreatLocker',
  },
  'edr-no-serial': { ...IN_BOTH, per700: 12, says: 'serialNumber null in ThreatLocker' },
  'never-checked-in': {
    ...IN_BOTH,
    per700: 3,
    says: 'in ThreatLocker, and never checked in there',
  },
  'deleted-in-edr': { ...IN_BOTH, per700: 3, says: 'isDeleted in ThreatLocker' },
  'address-for-name': {
    ...IN_BOTH,
    per700: 3,
    says: 'an IP address for a hostname in ThreatLocker',
  },
} as const satisfies Record<string, UglyCase>
