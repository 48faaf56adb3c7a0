import { z } from 'zod'
import type { DeviceRecord, Named } from '../../lib/device-record.ts'
import { trimSpace } from '../../lib/text.ts'
import { computerNames } from './computer-names.ts'
import { instantOf } from './instant.ts'

/** The longest text an identifier or a name may have. */
const MOST_CHARACTERS = 1000
/** The portal's numbers for kinds of systems. */
const OS_TYPES: ReadonlyMap<unknown, string> = new Map([
  [1, 'Windows'],
  [2, 'macOS'],
  [3, 'Linux'],
  [5, 'Windows XP'],
])

const Text = z
  .string()
  .max(MOST_CHARACTERS, 'too-long')
  .refine((text) => !text.includes('\0'), 'control-character')
  .nullish()
  .transform((text) => trimSpace(text ?? '') || null)
const Guid = Text.transform((text) => text?.toLowerCase() ?? null)
const ComputerId = Guid.refine((id) => id !== null, { error: 'id-missing', abort: true }).transform(
  (id) => id ?? '',
)
const Instant = Text.transform((text, context): Date | null => {
  const at = text === null ? 'never' : instantOf(text)
  if (at === 'unreadable') context.issues.push({ code: 'custom', input: text })
  return at instanceof Date ? at : null
})
/** What is kept as it comes; of no use is what is neither text nor number nor yes or no. */
const Said = z
  .unknown()
  .optional()
  .transform((value): string | number | boolean | null => {
    if (typeof value === 'string') return Text.safeParse(value).data ?? null
    return typeof value === 'number' || typeof value === 'boolean' ? value : null
  })

/** The fields read of a row of `ComputerGetByAllParameters`; the rest is ignored. */
const Computer = z.object({
  computerId: ComputerId,
  computerName: Text,
  hostname: Text,
  group: Text,
  organization: Text,
  organizationId: Guid,
  operatingSystem: Text,
  serialNumber: Text,
  username: Text,
  lastCheckin: Instant,
  lastCheckinIPAddress: Text,
  lastCheckinLocalIPAddresses: z.array(Text).nullish(),
  osType: Said,
  action: Said,
  mode: Said,
  threatLockerVersion: Said,
  serviceVersion: Said,
  isIsolated: Said,
  isLockedOut: Said,
  isTamperProtectionDisabled: Said,
  dateAdded: Said,
  installDate: Said,
})
type Computer = z.output<typeof Computer>

/** An organisation as the list of children names it; null where the list lacks it. */
const Organisation = z.object({ name: Text, displayName: Text }).nullable()
type Organisation = z.output<typeof Organisation>

/** A computer with its organisation, as the connection delivers it, to a record. */
export const ThreatlockerRow = z
  .object({ computer: Computer, organisation: Organisation })
  .transform(
    ({ computer, organisation }): DeviceRecord => ({
      nativeKey: computer.computerId,
      organisation: named(computer, organisation),
      location: null,
      ...computerNames(computer.computerName, computer.hostname),
      serial: computer.serialNumber,
      inventoryNumber: null,
      uuid: null, // `computerId` is ThreatLocker's own and says nothing of the machine
      macs: [],
      nodeClass: null,
      role: computer.group,
      operatingSystem: computer.operatingSystem,
      manufacturer: null,
      model: null,
      tags: [],
      extra: extraOf(computer),
      pulse: {
        lastContact: computer.lastCheckin,
        isOnline: null,
        addresses: addressesOf(computer),
        freeBytes: null,
        lastUser: computer.username,
      },
    }),
  )

const Keyed = z.object({ computer: z.object({ computerId: ComputerId }) })

/** The id a row bears even where its other fields are refused. */
export function computerKeyOf(row: unknown): string | null {
  return Keyed.safeParse(row).data?.computer.computerId ?? null
}

const NamedRow = z.object({ computer: z.object({ computerName: Text }) })

/** A computer as people named it; `name` is null where nobody did. */
export interface NamedComputer {
  readonly name: string | null
}

/** The name that people gave a computer, and nothing in its place; null where that cannot be read. */
export function namedComputerIn(row: unknown): NamedComputer | null {
  const parsed = NamedRow.safeParse(row).data
  return parsed ? { name: parsed.computer.computerName } : null
}

function named(
  { organization, organizationId }: Computer,
  organisation: Organisation,
): Named | null {
  if (organizationId === null) return null
  const name = organisation?.displayName ?? organisation?.name ?? organization
  return { key: organizationId, name }
}

function extraOf(computer: Computer): DeviceRecord['extra'] {
  const said = {
    osType: OS_TYPES.get(computer.osType) ?? computer.osType,
    action: computer.action,
    mode: computer.mode,
    threatLockerVersion: computer.threatLockerVersion,
    serviceVersion: computer.serviceVersion,
    isIsolated: computer.isIsolated,
    isLockedOut: computer.isLockedOut,
    isTamperProtectionDisabled: computer.isTamperProtectionDisabled,
    dateAdded: computer.dateAdded,
    installDate: computer.installDate,
  }
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )
}

function addressesOf({
  lastCheckinIPAddress,
  lastCheckinLocalIPAddresses,
}: Computer): readonly string[] {
  const all = [lastCheckinIPAddress, ...(lastCheckinLocalIPAddresses ?? [])]
  return [...new Set(all.filter((address) => address !== null))].sort()
}
