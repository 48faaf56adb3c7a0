import { makeChance } from '../../demo/chance.ts'
import type { MatchRecord } from '../../src/inventory/match/match-record.ts'

/** Records of two sources, and which machine each speaks of, by record id. */
export interface BenchFleet {
  readonly records: readonly MatchRecord[]
  readonly machineById: Uint32Array
  /** Machines that both sources list. */
  readonly listedTwice: number
}

type Chance = ReturnType<typeof makeChance>

const SEED = 20261121
/** Machines that both sources list; the rest are listed by either alone. */
const OVERLAP = 0.9
const MACHINES_PER_SITE = 250
const DOCKS_PER_SITE = 12
const JUNK_SERIALS = ['To be filled by O.E.M.', 'None', 'Default string', '0', '123456789']
const ANYBODYS_NAMES = ['DESKTOP', 'LAPTOP', 'localhost', 'PC', 'WIN10']
const ROOMS = ['RECEPTION', 'WAREHOUSE', 'ACCOUNTING', 'LABORATORY', 'FRONTDESK', 'SHOWROOM']
const PEOPLE = ['Sam', 'Alex', 'Kim', 'Robin', 'Jo']

/** A machine as it is, whatever is said of it. */
interface Machine {
  readonly number: number
  readonly site: string
  readonly name: string
  readonly serial: string
  readonly uuid: string
  readonly mac: string
}

/**
 * About `count` records of a management tool and of a protection tool, shuffled; a machine both list
 * is nine of ten. What is wrong with them, in shares, stands beside each line.
 */
export function makeBenchFleet(count: number): BenchFleet {
  const chance = makeChance(SEED)
  const machines = Math.round(count / (1 + OVERLAP))
  const made: { record: MatchRecord; machine: number }[] = []
  let listedTwice = 0
  for (let number = 0; number < machines; number += 1) {
    const machine = makeMachine(number, chance)
    const listed = listing(chance)
    if (listed === 'both') listedTwice += 1
    const rows = [
      ...(listed === 'protection' ? [] : managementRows(machine, chance)),
      ...(listed === 'management' ? [] : [protectionRow(machine, chance)]),
    ]
    for (const row of rows) made.push({ record: row, machine: number })
  }
  const shuffled = chance.shuffled(made)
  return {
    records: shuffled.map(({ record }, id) => ({ ...record, id })),
    machineById: Uint32Array.from(shuffled, ({ machine }) => machine),
    listedTwice,
  }
}

function listing(chance: Chance): 'both' | 'management' | 'protection' {
  if (chance.happens(OVERLAP)) return 'both'
  return chance.happens(0.5) ? 'management' : 'protection'
}

function makeMachine(number: number, chance: Chance): Machine {
  const site = `site-${Math.floor(number / MACHINES_PER_SITE)}`
  const within = number % MACHINES_PER_SITE
  const isAnybodys = chance.happens(0.01) // as it was when it was unpacked
  const isLong = chance.happens(0.2) // most of these do not fit into 15 characters
  const own = isLong ? longName(within) : `PC-${within + 1000}`
  return {
    number,
    site,
    name: isAnybodys ? chance.pick(ANYBODYS_NAMES) : `${site.slice(5)}-${own}`,
    serial: `SN${(number + 4_000_000).toString(36).toUpperCase()}`,
    uuid: uuidOf(number),
    mac: macOf(number),
  }
}

/** Of a room and its number there, so that several of a site begin alike. */
function longName(within: number): string {
  const number = Math.floor(within / ROOMS.length) + 1
  return `${ROOMS[within % ROOMS.length]}-${String(number).padStart(2, '0')}`
}

/** One row, or two for a machine that was set up anew under another name. */
function managementRows(machine: Machine, chance: Chance): MatchRecord[] {
  const { number, site, name } = machine
  const isCut = chance.happens(0.1) // no DNS name: the other is cut
  const row: MatchRecord = {
    id: 0,
    source: 'ninjaone',
    site,
    serial: chance.happens(0.06) ? chance.pick(JUNK_SERIALS) : machine.serial,
    inventoryNumber: null,
    uuid: chance.happens(0.02) ? uuidOf(1_000_000_000 + (number % 40)) : machine.uuid, // cloned
    macs: [machine.mac, ...(chance.happens(0.1) ? [dockMac(machine, chance)] : [])],
    hostname: isCut ? name.slice(0, 15) : `${name}.${site}.example`,
  }
  const anew = { ...row, hostname: `${name.slice(0, 11)}-NEW` }
  return chance.happens(0.005) ? [row, anew] : [row]
}

function protectionRow(machine: Machine, chance: Chance): MatchRecord {
  const isRenamed = chance.happens(0.02)
  const name = isRenamed ? `${machine.name}X` : machine.name
  return {
    id: 0,
    source: 'threatlocker',
    site: chance.happens(0.02) ? null : machine.site, // an organisation nobody has mapped
    serial: chance.happens(0.4) ? null : machine.serial,
    inventoryNumber: null,
    uuid: chance.happens(0.3) ? machine.uuid : null,
    macs: chance.happens(0.3) ? [machine.mac] : [],
    hostname: chance.happens(0.1) ? `${name} | ${chance.pick(PEOPLE)}` : name,
  }
}

function dockMac({ number }: Machine, chance: Chance): string {
  const site = Math.floor(number / MACHINES_PER_SITE)
  return macOf(2_000_000_000 + site * DOCKS_PER_SITE + chance.below(DOCKS_PER_SITE))
}

function macOf(number: number): string {
  const hex = number.toString(16).padStart(10, '0')
  return `a4:${(hex.match(/../g) ?? []).join(':')}`
}

function uuidOf(number: number): string {
  const hex = number.toString(16).padStart(12, '0')
  return `4c4c4544-0042-3510-8052-${hex}`
}
