import type { KeptBookRow } from '../../inventory/kept-day/kept-record.ts'
import type { Asset } from '../../sources/finance-register/asset.ts'
import type { Location } from '../../sources/locations/location.ts'
import type { OcsComputer, VirtualMachineEvidence } from '../../sources/ocs/computer.ts'
import { biosEvidence } from '../../sources/ocs/virtual-machine.ts'
import { TAG_SCOPE } from '../checks/tags/tag-scope.ts'
import type { GivenBooks } from './rehearse-tags.ts'

/** The books that TAGs are decided by. */
export const BOOKS: readonly string[] = TAG_SCOPE

/** The three books as their sources delivered them, from what the history keeps of their rows. */
export function givenBooks(rows: readonly KeptBookRow[]): GivenBooks {
  const of = Map.groupBy(rows, ({ source }) => source)
  const [computers, assets, locations] = TAG_SCOPE.map((book) => of.get(book) ?? [])
  return {
    computers: (computers ?? []).map(computerOf),
    assets: (assets ?? []).flatMap(assetOf),
    locations: (locations ?? []).flatMap(locationOf),
    refused: { finance: [], locations: [] }, // which rows were refused is kept, whose they were is not
  }
}

function computerOf(row: KeptBookRow): OcsComputer {
  const { nativeKey, hostname, serial, uuid, inventoryNumber, extra, lastContact } = row
  return {
    hardwareId: Number(nativeKey),
    deviceId: textOf(extra.deviceId) ?? '',
    ...{ hostname, serial, uuid, inventoryNumber },
    lastContact: lastContact?.toISOString().slice(0, 19).replace('T', ' ') ?? null,
    archived: extra.archived === true,
    tag: textOf(extra.tag),
    virtualMachine: virtualMachineOf(row),
  }
}

function virtualMachineOf(row: KeptBookRow): VirtualMachineEvidence | null {
  const { manufacturer, model, extra, uuid } = row
  const bios = { SMANUFACTURER: manufacturer, SMODEL: model, TYPE: textOf(extra.chassis) }
  const guest = { field: 'virtualmachines.UUID', value: uuid ?? '' }
  return biosEvidence(bios) ?? (extra.isGuest === true ? guest : null)
}

function assetOf({ inventoryNumber, location, place }: KeptBookRow): Asset[] {
  if (inventoryNumber === null) return []
  const at = place ?? ''
  return [{ inventoryNumber, locationId: location?.key ?? null, place: at, locationPlace: at }]
}

function locationOf({ location, extra, place }: KeptBookRow): Location[] {
  if (location === null) return []
  return [
    {
      id: location.key,
      description: location.name,
      building: textOf(extra.building),
      municipality: textOf(extra.municipality),
      place: place ?? '',
    },
  ]
}

function textOf(value: string | number | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null
}
