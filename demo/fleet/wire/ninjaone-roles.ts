import type { Wire } from '../../vendors/fleet.ts'
import { BUILDS } from '../machine/build.ts'
import type { Nature } from '../machine/nature.ts'

interface Role {
  readonly nodeClass: string
  readonly name: string
  readonly chassisType: 'UNKNOWN' | 'DESKTOP' | 'LAPTOP'
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['NMS', 'Network'],
  ['WAP', 'Access Point'],
  ['VMWARE', 'VMware'],
  ['HYPERV', 'Hyper-V'],
  ['VM', ''],
  ['VMM', ''],
  ['MAC', 'Mac'],
  ['IPADOS', 'iPadOS'],
])

/** One for each class, two where it has laptops. */
const ROLES: readonly Role[] = [...new Set(BUILDS.map(({ nodeClass }) => nodeClass))]
  .toSorted()
  .flatMap((nodeClass): Role[] => {
    const name = nameOf(nodeClass)
    if (!nodeClass.endsWith('_WORKSTATION')) return [{ nodeClass, name, chassisType: 'UNKNOWN' }]
    return [
      { nodeClass, name: name.replace('Workstation', 'Desktop'), chassisType: 'DESKTOP' },
      { nodeClass, name: name.replace('Workstation', 'Laptop'), chassisType: 'LAPTOP' },
    ]
  })
const FIRST_ID = 11
const CREATED = 1_577_836_800

/** NinjaOne's roles of devices. */
export function ninjaoneRoles(): Wire[] {
  return ROLES.map((role, at) => ({
    id: FIRST_ID + at,
    description: '',
    custom: false,
    created: CREATED,
    ...role,
  }))
}

/** The role of a device of this nature. */
export function nodeRoleId({ build, isPortable }: Nature): number {
  const at = ROLES.findIndex(
    ({ nodeClass, chassisType }) =>
      nodeClass === build.nodeClass && (chassisType === 'LAPTOP') === isPortable,
  )
  const of = ROLES.findIndex(({ nodeClass }) => nodeClass === build.nodeClass)
  return FIRST_ID + (at < 0 ? of : at)
}

function nameOf(nodeClass: string): string {
  const words = nodeClass.split('_').map((word) => WORDS.get(word) ?? capitalised(word))
  return words.filter((word) => word !== '').join(' ')
}

function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase()
}
