import type { DeviceRecord } from '../../lib/device-record.ts'
import type { ClassRule, DeviceClass } from './classification.ts'
import type { FleetPolicy } from './fleet-policy.ts'
import { isNodeClass } from './node-class.ts'

/** Server, workstation or other: by the source's class, else by the operating system; never by a name. */
export function deviceClass(
  { nodeClass, operatingSystem }: Pick<DeviceRecord, 'nodeClass' | 'operatingSystem'>,
  policy: FleetPolicy,
): { class: DeviceClass; classRule: ClassRule } {
  if (nodeClass !== null) {
    return { class: classOfNodeClass(nodeClass, policy), classRule: 'node-class' }
  }
  if (operatingSystem !== null) {
    return { class: classOfSystem(operatingSystem, policy), classRule: 'operating-system' }
  }
  return { class: 'other', classRule: 'nothing-known' }
}

function classOfNodeClass(nodeClass: string, policy: FleetPolicy): DeviceClass {
  if (isNodeClass(nodeClass, policy.otherNodeClasses)) return 'other'
  if (isNodeClass(nodeClass, policy.serverNodeClasses)) return 'server'
  return isNodeClass(nodeClass, policy.workstationNodeClasses) ? 'workstation' : 'other'
}

function classOfSystem(operatingSystem: string, { desktopSystems }: FleetPolicy): DeviceClass {
  const name = operatingSystem.toLowerCase()
  if (name.includes('server')) return 'server'
  return desktopSystems.some((each) => name.includes(each.toLowerCase())) ? 'workstation' : 'other'
}
