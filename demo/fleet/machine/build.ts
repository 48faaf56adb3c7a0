import type { MachineSort } from '../ugly-cases.ts'
import { LINUX, MAC, type Platform, WINDOWS_CLIENT, WINDOWS_SERVER } from './platforms.ts'

/** What kind of thing a machine is. */
export interface Build {
  /** NinjaOne's. */
  readonly nodeClass: string
  readonly class: 'server' | 'workstation' | 'other'
  /** Null when no agent runs on it: hypervisors, their guests, network devices and the like. */
  readonly platform: Platform | null
  /** The second part of its host names; for things without an agent, the first of their display names. */
  readonly words: readonly string[]
}

const DESK = ['PC', 'WS', 'NB', 'LT', 'REC', 'ACC', 'LAB', 'APP']
const RACK = ['SRV', 'FS', 'DC', 'SQL', 'APP', 'WEB', 'BK', 'TS']

const WINDOWS_WORKSTATION: Build = {
  nodeClass: 'WINDOWS_WORKSTATION',
  class: 'workstation',
  platform: WINDOWS_CLIENT,
  words: DESK,
}
const SERVER: Build = {
  nodeClass: 'WINDOWS_SERVER',
  class: 'server',
  platform: WINDOWS_SERVER,
  words: RACK,
}
const MAC_WORKSTATION: Build = {
  nodeClass: 'MAC',
  class: 'workstation',
  platform: MAC,
  words: ['MAC', 'MB', 'IM', 'ART'],
}
const LINUX_SERVER: Build = {
  nodeClass: 'LINUX_SERVER',
  class: 'server',
  platform: LINUX,
  words: ['LX', 'WEB', 'DB', 'MON'],
}
const LINUX_WORKSTATION: Build = {
  nodeClass: 'LINUX_WORKSTATION',
  class: 'workstation',
  platform: LINUX,
  words: ['DEV', 'LX', 'LAB'],
}

/** What machines usually are, and of how many in a hundred. */
const USUAL: readonly (readonly [number, Build])[] = [
  [72, WINDOWS_WORKSTATION],
  [14, SERVER],
  [7, MAC_WORKSTATION],
  [5, LINUX_SERVER],
  [2, LINUX_WORKSTATION],
]
const BY_PERCENT: readonly Build[] = USUAL.flatMap(([percent, build]) =>
  Array.from({ length: percent }, () => build),
)

const NETWORK: readonly Build[] = [
  agentless('NMS_SWITCH', ['Core switch', 'Access switch', 'Lobby switch', 'Rack switch']),
  agentless('NMS_PRINTER', ['Printer', 'Colour printer', 'Label printer', 'Copier']),
  agentless('NMS_WAP', ['Access point', 'Ceiling AP', 'Hall AP']),
  agentless('NMS_FIREWALL', ['Firewall', 'Edge firewall', 'Branch firewall']),
  agentless('NMS_ROUTER', ['Router', 'Branch router', 'Line router']),
  agentless('NMS_APPLIANCE', ['NAS', 'Camera recorder', 'Phone gateway']),
]
const OTHER: readonly Build[] = [
  agentless('CLOUD_MONITOR_TARGET', ['Website', 'Mail check', 'Portal']),
  agentless('UNMANAGED_DEVICE', ['Till', 'Lathe controller', 'Wall screen']),
  agentless('ANDROID', ['Phone', 'Scanner phone', 'Van phone']),
  agentless('APPLE_IPADOS', ['Tablet', 'Menu tablet', 'Sign-in tablet']),
  agentless('MANAGED_DEVICE', ['Kiosk', 'Ticket kiosk', 'Info kiosk']),
]
const GUEST_WORDS = ['vm', 'app', 'sql', 'test']
const BY_SORT: Readonly<Record<MachineSort, readonly Build[]>> = {
  workstation: [WINDOWS_WORKSTATION],
  server: [SERVER],
  'vmware-host': [{ ...agentless('VMWARE_VM_HOST', ['esx', 'hv', 'host']), class: 'server' }],
  'vmware-guest': [agentless('VMWARE_VM_GUEST', GUEST_WORDS)],
  'hyperv-guest': [agentless('HYPERV_VMM_GUEST', GUEST_WORDS)],
  network: NETWORK,
  other: OTHER,
}

/** What a machine is that nothing is planted in, by a roll. */
export function usualBuild(roll: number): Build {
  return BY_PERCENT[roll % BY_PERCENT.length] ?? WINDOWS_WORKSTATION
}

/** What the nth planted machine of a sort is. */
export function buildOfSort(sort: MachineSort, nth: number): Build {
  const builds = BY_SORT[sort]
  return builds[nth % builds.length] ?? WINDOWS_WORKSTATION
}

/** Each kind of thing there is, once. */
export const BUILDS: readonly Build[] = [
  ...new Set([...BY_PERCENT, ...Object.values(BY_SORT).flat()]),
]

function agentless(nodeClass: string, words: readonly string[]): Build {
  return { nodeClass, class: 'other', platform: null, words }
}
