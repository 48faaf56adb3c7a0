import { describe, expect, it } from 'vitest'
import { golden } from '../test/support/golden-books.ts'
import table from './edge-cases.json' with { type: 'json' }
import { EDGE_HARDWARE_ID } from './edge-cases.ts'
import { makeEstate } from './estate.ts'

const WELL_FORMED_NUMBER = /^\d{2}_\d{3}_\d{6}$/u
const WELL_FORMED_LOCATION = /^\d{2}\p{Lu}\d{4}\p{Lu}$/u

const estate = makeEstate({ seed: 2026 })
const { finance, locations } = estate
const ordinary = estate.ocs.computers.filter((it) => it.hardwareId < EDGE_HARDWARE_ID)
const edge = estate.ocs.computers.filter((it) => it.hardwareId >= EDGE_HARDWARE_ID)
/** Without the edge table's own lines. */
const ordinaryLines = finance.filter((line) => line.area !== 'Casos de borde')
const ordinaryRooms = locations.filter((line) => line.municipality !== 'Casos de borde')
const financeNumbers = ordinaryLines.flatMap((line) => line.inventoryNumber ?? [])
const locationIds = new Set(ordinaryLines.flatMap((line) => line.locationId ?? []))
const listedIds = new Set(ordinaryRooms.map((line) => line.id))

describe('makeEstate', () => {
  it('makes the same estate for the same seed and another for another', () => {
    expect(makeEstate({ seed: 2026 })).toEqual(estate)
    expect(makeEstate({ seed: 2027 })).not.toEqual(estate)
  })

  it('has the size of the office it is drawn after', () => {
    expect(estate.ocs.computers).toHaveLength(600)
    expect(finance).toHaveLength(12_700)
    expect(listedIds.size).toBe(624)
    expect(locationIds.size).toBe(624)
  })

  it.each([200, 2_000])('has as many computers as asked for: %i', (computers) => {
    expect(makeEstate({ seed: 1, computers }).ocs.computers).toHaveLength(computers)
  })

  it('refuses an estate too small for its troubles', () => {
    expect(() => makeEstate({ seed: 1, computers: 199 })).toThrow(RangeError)
  })

  it('numbers assets and rooms as the office does', () => {
    const wellFormed = financeNumbers.filter((it) => WELL_FORMED_NUMBER.test(String(it)))
    const prefixes = new Set(wellFormed.map((it) => String(it).slice(0, 6)))

    expect(financeNumbers.length - wellFormed.length).toBe(8)
    expect(prefixes.size).toBe(9)
    expect([...locationIds].filter((id) => !WELL_FORMED_LOCATION.test(id))).toEqual([])
    expect([...locationIds].some((id) => id.endsWith('Ñ'))).toBe(true)
  })

  it('addresses every computer once', () => {
    const ids = estate.ocs.computers.map((it) => it.hardwareId)
    const devices = estate.ocs.computers.map((it) => it.deviceId)

    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(devices).size).toBe(devices.length)
  })

  it('mostly holds TAGs nobody set and TAGs of another room', () => {
    const untagged = ordinary.filter((it) => it.tag === 'NA').length

    expect(untagged / ordinary.length).toBeGreaterThan(0.35)
    expect(untagged / ordinary.length).toBeLessThan(0.55)
    expect(new Set(ordinary.map((it) => it.tag)).size).toBeGreaterThan(100)
  })

  it('holds groups, archived computers and TAG patterns of logins', () => {
    expect(estate.ocs.groups).toBe(4)
    expect(ordinary.filter((it) => it.archived)).toHaveLength(11)
    expect(estate.ocs.logins.some(({ pattern }) => pattern.includes('*'))).toBe(true)
  })
})

describe('the edge table', () => {
  it('is the one the TAG rules are tested with', () => {
    expect(table).toEqual(golden)
  })

  it('stands whole in all three books', () => {
    expect(
      edge.map((it) => [it.hardwareId - EDGE_HARDWARE_ID, it.tag, it.inventoryNumber]),
    ).toEqual(table.ocs.map((row) => [row.hardware_id, row.tag, row.fields_3]))
    expect(finance.length - ordinaryLines.length).toBe(table.ar01.length)
    expect(locations.length - ordinaryRooms.length).toBe(table.classifier.length)
  })
})

describe('computers that OCS cannot tell apart', () => {
  it.each([
    // Re-imaged twins share all four; the words for a virtual machine are shared numbers too.
    { what: 'UUID', computers: 3 + 3 + 6, found: sharers((it) => [it.uuid]) },
    { what: 'serial', computers: 5 + 6, found: sharers((it) => [it.serial]) },
    { what: 'MAC', computers: 5 + 6, found: sharers((it) => it.macs) },
    { what: 'number', computers: 8 + 6 + 6, found: sharers((it) => [it.inventoryNumber]) },
    { what: 'name', computers: 4, found: sharers((it) => [it.hostname]) },
  ])('share one $what: $computers', ({ computers, found }) => {
    expect(found).toHaveLength(computers)
  })

  it('have the serial of a maker that filled none in', () => {
    expect(ordinary.filter((it) => it.serial === 'To be filled by O.E.M.')).toHaveLength(5)
  })

  it('share a dock beside a MAC of their own', () => {
    expect(ordinary.filter((it) => it.macs.length === 2)).toHaveLength(5)
  })

  it('have names cut at 15 characters', () => {
    expect(ordinary.filter((it) => it.hostname?.length === 15)).toHaveLength(4)
  })

  it('are one machine installed anew', () => {
    const twins = Map.groupBy(ordinary, (it) => `${it.serial} ${it.inventoryNumber}`)
    const pairs = [...twins.values()].filter((group) => group.length === 2)

    expect(pairs).toHaveLength(3)
    for (const [old, fresh] of pairs) expect(old?.deviceId).not.toBe(fresh?.deviceId)
  })
})

describe('computers with an odd TAG or number', () => {
  it.each([
    { what: 'TAG LOST', computers: 6, found: machines((it) => it.tag === 'LOST') },
    { what: 'TAG MANUAL-', computers: 2, found: machines((it) => it.tag?.startsWith('MANUAL-')) },
    { what: 'MV', computers: 2, found: numbered(/^MV$/u) },
    { what: 'mv', computers: 2, found: numbered(/^mv$/u) },
    { what: ' MV ', computers: 2, found: numbered(/^ MV $/u) },
    { what: 'O for 0', computers: 3, found: numbered(/O/u) },
    { what: 'spaces behind', computers: 3, found: numbered(/\d +$/u) },
    { what: 'a no-break space behind', computers: 3, found: numbered(/\d\u00a0$/u) },
    { what: 'digits alone', computers: 5, found: numbered(/^\d{6}$/u).filter(typedByFinance) },
    { what: 'zeros finance lost', computers: 3, found: numbered(/^00/u).filter(zerosLost) },
  ])('bear $what: $computers', ({ computers, found }) => {
    expect(found).toHaveLength(computers)
  })

  it('share a number between two different machines', () => {
    const groups = Map.groupBy(ordinary, (it) => it.inventoryNumber)
    const pairs = [...groups].filter(
      ([number, [one, other]]) =>
        number && other && !/mv/iu.test(number) && one?.serial !== other.serial,
    )
    expect(pairs).toHaveLength(4)
  })

  it('are virtual by the word of a host or of their firmware alone', () => {
    const guests = new Set(estate.ocs.guests.map((guest) => guest.uuid))
    const unnumbered = ordinary.filter((it) => it.inventoryNumber === null && it.tag !== 'LOST')

    expect(unnumbered).toHaveLength(2)
    expect(unnumbered.filter((it) => guests.has(it.uuid))).toHaveLength(1)
    expect(unnumbered.filter((it) => it.model === 'VirtualBox')).toHaveLength(1)
  })
})

describe('the ugly register', () => {
  const blank = ordinaryLines.filter((it) => it.inventoryNumber === null && it.locationId === null)

  it('begins with a blank line and has more of them', () => {
    expect(finance[0]).toBe(blank[0])
    expect(blank).toHaveLength(5)
    expect(blank.filter((line) => line.description === null)).toHaveLength(3)
  })

  it('leaves out a number or a location here and there', () => {
    const numberless = ordinaryLines.filter((it) => it.inventoryNumber === null && it.locationId)
    const homeless = ordinaryLines.filter((it) => it.inventoryNumber !== null && !it.locationId)

    expect(numberless).toHaveLength(2)
    expect(homeless).toHaveLength(3)
  })

  it('has two numbers twice, one of them in two locations', () => {
    const groups = Map.groupBy(ordinaryLines, (line) => line.inventoryNumber ?? '')
    const twice = [...groups].filter(([number, lines]) => number !== '' && lines.length === 2)
    const places = twice.map(([, lines]) => new Set(lines.map((line) => line.locationId)).size)

    expect(places.toSorted()).toEqual([1, 2])
  })

  it('has one location with 288 assets and none with more', () => {
    const groups = Map.groupBy(ordinaryLines, (line) => line.locationId ?? '')
    const sizes = [...groups].filter(([id]) => id !== '').map(([, lines]) => lines.length)

    expect(sizes.filter((size) => size >= 288)).toEqual([288])
  })
})

describe('the ugly classifier', () => {
  it('has none of six rooms finance uses', () => {
    expect([...locationIds].filter((id) => !listedIds.has(id))).toHaveLength(6)
  })

  it('has rooms without a building and rooms with an apostrophe', () => {
    expect(ordinaryRooms.filter((it) => it.building === null)).toHaveLength(4)
    expect(ordinaryRooms.filter((it) => it.description?.includes("'"))).toHaveLength(2)
  })

  it('gives three ids two answers', () => {
    const groups = Map.groupBy(ordinaryRooms, (line) => line.id)
    const unclear = [...groups.values()].filter(
      (lines) => new Set(lines.map((line) => line.description)).size > 1,
    )
    expect(unclear).toHaveLength(3)
  })
})

type Machine = (typeof ordinary)[number]

function machines(fits: (machine: Machine) => boolean | undefined): Machine[] {
  return ordinary.filter((machine) => fits(machine))
}

function numbered(shape: RegExp): Machine[] {
  return machines((it) => it.inventoryNumber !== null && shape.test(it.inventoryNumber))
}

function typedByFinance({ inventoryNumber }: Machine): boolean {
  const typed = Number(inventoryNumber)
  return String(typed) === inventoryNumber && financeNumbers.includes(typed)
}

function zerosLost({ inventoryNumber }: Machine): boolean {
  return (
    financeNumbers.includes(Number(inventoryNumber)) &&
    !financeNumbers.includes(String(inventoryNumber))
  )
}

function sharers(keysOf: (machine: Machine) => readonly (string | null)[]): string[] {
  const keys = ordinary.flatMap((it) => keysOf(it).filter((key) => key !== null))
  const groups = Map.groupBy(keys, (key) => key)
  return [...groups.values()].filter((group) => group.length > 1).flat()
}
