import type { NinjaoneFleet, Wire } from '../fleet.ts'
import type { Oddities } from './traits.ts'

/** The longest name Windows keeps beside the DNS name. */
const NETBIOS_LENGTH = 15
const TEMPLATE_SERIAL = 'VMware-42 0f 6b 2e 51 90 7d c4-3a 11 58 e0 9c 04 b7 2d'

/** The fleet with what is odd in it, made when it is asked for. */
export function oddFleet(fleet: NinjaoneFleet, odd: Oddities): NinjaoneFleet {
  return {
    ...fleet,
    organizations: fleet.organizations
      .filter(({ id }) => odd.mergedOrganizations?.[Number(id)] === undefined)
      .map((organization) => renamed(organization, odd)),
    locations: fleet.locations.map((location) => merged(location, odd)),
    device: (place) => oddDevice(fleet.device(place), place, odd),
    customFields: (place) => fleet.customFields(place),
  }
}

function renamed(organization: Wire, { renamedOrganizations }: Oddities): Wire {
  const name = renamedOrganizations?.[Number(organization.id)]
  return name === undefined ? organization : { ...organization, name }
}

/** A device or location in the organisation it belongs to after mergers. */
function merged(thing: Wire, { mergedOrganizations }: Oddities): Wire {
  const into = mergedOrganizations?.[Number(thing.organizationId)]
  return into === undefined ? thing : { ...thing, organizationId: into }
}

function oddDevice(device: Wire, place: number, odd: Oddities): Wire {
  const everyNth = (n: number | undefined) => n !== undefined && (place + 1) % n === 0
  let changed: Wire = placed(device, odd)
  if (everyNth(odd.nullDisplayName)) changed = { ...changed, displayName: null }
  if (everyNth(odd.noLocation)) changed = without(changed, 'locationId')
  if (everyNth(odd.cutSystemName)) changed = withCutName(changed)
  if (everyNth(odd.noDnsName)) changed = without(changed, 'dnsName')
  if (everyNth(odd.placeholderSerial)) changed = withSerial(changed, 'To be filled by O.E.M.')
  if (everyNth(odd.noneSerial)) changed = withSerial(changed, 'None')
  if (everyNth(odd.clonedSerial)) changed = withSerial(changed, TEMPLATE_SERIAL)
  if (everyNth(odd.decommissioned)) changed = { ...changed, approvalStatus: 'DECOMMISSIONED' }
  if (everyNth(odd.pending)) changed = { ...changed, approvalStatus: 'PENDING' }
  if (everyNth(odd.staged)) changed = { ...changed, approvalStatus: 'STAGED' }
  return changed
}

function placed(device: Wire, odd: Oddities): Wire {
  const movedTo = odd.movedDevices?.[Number(device.id)]
  return movedTo === undefined ? merged(device, odd) : { ...device, organizationId: movedTo }
}

function without(device: Wire, field: string): Wire {
  const { [field]: _left, ...rest } = device
  return rest
}

function withCutName(device: Wire): Wire {
  const [label = '', ...domain] = String(device.dnsName ?? device.systemName ?? 'host').split('.')
  const long = label.length > NETBIOS_LENGTH ? label : `${label}-${'x'.repeat(NETBIOS_LENGTH)}`
  return {
    ...device,
    systemName: long.slice(0, NETBIOS_LENGTH).toUpperCase(),
    dnsName: [long, ...(domain.length > 0 ? domain : ['sim', 'example'])].join('.'),
  }
}

function withSerial(device: Wire, serial: string): Wire {
  const { system } = device
  if (typeof system !== 'object') return device
  return { ...device, system: { ...system, serialNumber: serial, biosSerialNumber: serial } }
}
