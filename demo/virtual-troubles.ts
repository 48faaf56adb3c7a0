import type { SimulatedGuest } from '../src/sources/ocs/simulation/estate.ts'
import type { Station } from './station.ts'
import { machineTrouble, type Trouble } from './trouble.ts'

const VIRTUAL_WORDS: readonly string[] = ['MV', 'MV', 'mv', 'mv', ' MV ', ' MV ']
const VMWARE = { manufacturer: 'VMware, Inc.', model: 'VMware7,1', chassis: 'Other' }
const VIRTUALBOX = { manufacturer: 'innotek GmbH', model: 'VirtualBox', chassis: 'Other' }
const SERVER = { manufacturer: 'Dell Inc.', model: 'PowerEdge R540', chassis: 'Rack Mount Chassis' }

/** Hosts and virtual machines; two of these bear no `MV`, only OCS's evidence knows them. */
export function virtualTroubles(): Trouble[] {
  return [
    inRole(
      'host',
      machineTrouble(3, () => ({ ...SERVER, os: 'Ubuntu 22.04.4 LTS' })),
    ),
    inRole(
      'guest',
      machineTrouble(VIRTUAL_WORDS.length, (_, at) => ({
        ...VMWARE,
        inventoryNumber: VIRTUAL_WORDS[at] ?? null,
      })),
    ),
    inRole(
      'guest',
      machineTrouble(1, () => ({ inventoryNumber: null })),
    ),
    machineTrouble(1, () => ({ ...VIRTUALBOX, inventoryNumber: null })),
  ]
}

/** What the hosts report: the guests OCS knows, and on each host one it does not. */
export function guestsOf(stations: readonly Station[]): SimulatedGuest[] {
  const hosts = stations.filter(({ role }) => role === 'host').map(({ machine }) => machine)
  const guests = stations.filter(({ role }) => role === 'guest').map(({ machine }) => machine)
  return hosts.flatMap(({ hardwareId }, host) => [
    ...guests
      .filter((_, at) => at % hosts.length === host)
      .map(({ uuid, hostname }) => ({ hostHardwareId: hardwareId, uuid, name: hostname ?? '' })),
    { hostHardwareId: hardwareId, uuid: null, name: `prueba-${host + 1}` },
  ])
}

function inRole(role: Station['role'], trouble: Trouble): Trouble {
  const spoil: Trouble['spoil'] = (stations) =>
    trouble.spoil(stations).map((station) => ({ ...station, role }))
  return { ...trouble, spoil }
}
