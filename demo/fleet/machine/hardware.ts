import { type Dice, pick } from '../dice.ts'
import type { Nature } from './nature.ts'

/** What a machine is made of. */
export interface Hardware {
  readonly manufacturer: string
  readonly model: string
  readonly chassis: 'DESKTOP' | 'LAPTOP' | 'UNKNOWN'
  readonly processor: string
  readonly cores: number
  readonly memoryBytes: number
  readonly diskBytes: number
  readonly serial: string
  /** In capitals with colons, its own only. */
  readonly macs: readonly string[]
}

type Model = readonly [manufacturer: string, model: string, processor: string, cores: number]

const DESKTOPS: readonly Model[] = [
  ['Dell Inc.', 'OptiPlex 7010', 'Intel(R) Core(TM) i5-13500', 14],
  ['HP', 'HP ProDesk 400 G7', 'Intel(R) Core(TM) i5-10500', 6],
  ['LENOVO', '11T3S0AB00', 'AMD Ryzen 5 5600GE', 6],
]
const LAPTOPS: readonly Model[] = [
  ['Dell Inc.', 'Latitude 5540', 'Intel(R) Core(TM) i5-1345U', 10],
  ['HP', 'HP EliteBook 840 G9', 'Intel(R) Core(TM) i7-1265U', 10],
  ['LENOVO', '21JK00AB00', 'AMD Ryzen 7 7730U', 8],
]
const SERVERS: readonly Model[] = [
  ['Dell Inc.', 'PowerEdge R650', 'Intel(R) Xeon(R) Silver 4314', 16],
  ['HPE', 'ProLiant DL380 Gen10', 'Intel(R) Xeon(R) Gold 5218', 16],
]
const MACBOOK: Model = ['Apple Inc.', 'MacBookPro18,3', 'Apple M1 Pro', 8]
const MAC_MINI: Model = ['Apple Inc.', 'Macmini9,1', 'Apple M1', 8]
const VIRTUAL: Model = ['VMware, Inc.', 'VMware Virtual Platform', 'Intel(R) Xeon(R) Gold 5218', 4]

const GIB = 2 ** 30
const GB = 10 ** 9
/** 36^5 numbers of five letters or digits; the factor has no divisor with it, so none repeats. */
const SERIALS = 36 ** 5
const SERIAL_STRIDE = 7_654_325

/** What a machine is made of; the same after it was installed anew. */
export function hardwareOf(nature: Nature, dice: Dice): Hardware {
  const { machine, isVirtual } = nature
  const roll = dice('model', machine, 1)
  const [manufacturer, model, processor, cores] = modelOf(nature, roll)
  return {
    manufacturer,
    model,
    processor,
    cores,
    chassis: chassisOf(nature),
    memoryBytes: pick([8, 16, 32], roll) * GIB,
    diskBytes: pick([256, 512, 1000], roll) * GB,
    serial: isVirtual ? virtualSerial(machine) : serial(manufacturer, machine),
    macs: macsOf(nature),
  }
}

/** The serial that a hypervisor gives, of 16 bytes. */
export function virtualSerial(machine: number): string {
  const tail = machine.toString(16).padStart(8, '0').match(/../g) ?? []
  return `VMware-42 1c 7a 90 3e 55 b1 08-6d f2 11 c4 ${tail.join(' ')}`
}

function modelOf({ isVirtual, isPortable, build }: Nature, roll: number): Model {
  if (isVirtual) return VIRTUAL
  if (build.nodeClass === 'MAC') return isPortable ? MACBOOK : MAC_MINI
  if (build.class === 'server') return pick(SERVERS, roll)
  return pick(isPortable ? LAPTOPS : DESKTOPS, roll)
}

function chassisOf({ isVirtual, isPortable, build }: Nature): Hardware['chassis'] {
  if (isVirtual || build.class === 'server') return 'UNKNOWN'
  return isPortable ? 'LAPTOP' : 'DESKTOP'
}

function serial(manufacturer: string, machine: number): string {
  const letters = manufacturer.replace(/[^A-Z]/g, '').slice(0, 2)
  const scrambled = (machine * SERIAL_STRIDE + 1_234_567) % SERIALS
  return `${letters}${scrambled.toString(36).toUpperCase().padStart(5, '0')}`
}

function macsOf({ machine, isVirtual, isPortable }: Nature): string[] {
  const tail = machine
    .toString(16)
    .toUpperCase()
    .padStart(6, '0')
    .replace(/..(?=.)/g, '$&:')
  if (isVirtual) return [`00:50:56:${tail}`]
  const wired = `00:1E:C9:${tail}`
  return isPortable ? [wired, `00:21:6A:${tail}`] : [wired]
}
