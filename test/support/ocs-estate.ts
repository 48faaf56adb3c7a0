import { connectOcs, openOcsWriter } from '../../src/sources/ocs/client.ts'
import type { OcsComputer } from '../../src/sources/ocs/computer.ts'
import { OcsComputerRow } from '../../src/sources/ocs/computer-row.ts'
import type { OcsConnection } from '../../src/sources/ocs/connection.ts'
import { OcsSettings } from '../../src/sources/ocs/schema.ts'
import type { SimulatedComputer, SimulatedOcs } from '../../src/sources/ocs/simulation/estate.ts'
import type { SimulatedVersion } from '../../src/sources/ocs/simulation/tables.ts'
import { createOcsTables, fillOcs, type SimulatedTarget } from '../../src/sources/ocs/simulator.ts'
import type { DeliveredRow, FieldChange, WriteOutcome } from '../../src/sources/source.ts'

/** One engine with an empty database on it, for one test. */
export interface OcsBench {
  readonly target: SimulatedTarget
  /** Runs a statement as the database's administrator. */
  run(statement: string): Promise<unknown>
  /** A trigger that refuses every new TAG `Refused` with the reason `no such room`. */
  readonly refusingTrigger: string
  /** A trigger that stores another TAG in place of `Quiet`. */
  readonly alteringTrigger: string
}

/** An engine with a simulated OCS on it, for one test. */
export async function benchWith(
  makeBench: () => Promise<OcsBench>,
  estate: SimulatedOcs,
  version: Partial<SimulatedVersion> = {},
): Promise<OcsBench> {
  const bench = await makeBench()
  await createOcsTables(bench.target, version)
  await fillOcs(bench.target, estate)
  return bench
}

/** A computer of the simulated OCS, ordinary but for what is given. */
export function computer(given: Partial<SimulatedComputer> & { hardwareId: number }) {
  const { hardwareId } = given
  return {
    deviceId: `PC-${hardwareId}-2026-01-05-08-00-00`,
    hostname: `PC-${hardwareId}`,
    serial: `SN${hardwareId}`,
    uuid: `4c4c4544-0000-1000-8000-${String(hardwareId).padStart(12, '0')}`,
    manufacturer: 'Dell Inc.',
    model: 'OptiPlex 7090',
    chassis: 'Desktop',
    macs: ['00:11:22:33:44:55'],
    lastContact: '2026-11-02 07:30:00',
    archived: false,
    tag: `Old-${hardwareId}`,
    inventoryNumber: `10_200_${String(hardwareId).padStart(6, '0')}`,
    user: 'ana',
    os: 'Windows 11 Pro',
    ...given,
  }
}

/** An OCS holding these computers and nothing else. */
export function estateOf(
  computers: readonly SimulatedComputer[],
  given: Partial<SimulatedOcs> = {},
): SimulatedOcs {
  const inventoryField = { id: 3, name: 'NUMINV', label: 'Número de inventario' }
  return { inventoryField, computers, groups: 0, guests: [], logins: [], ...given }
}

/** The change of a computer's TAG, planned on what `computer` gives it. */
export function change(hardwareId: number, given: Partial<FieldChange> = {}): FieldChange {
  return {
    recordKey: String(hardwareId),
    from: `Old-${hardwareId}`,
    to: `New-${hardwareId}`,
    inventoryNumber: `10_200_${String(hardwareId).padStart(6, '0')}`,
    organisation: null,
    ...given,
  }
}

/** Settings for the target, as a configuration would give them. */
export function settingsFor(target: SimulatedTarget, given: object = {}): OcsSettings {
  return OcsSettings.parse({ ...target, inventoryField: 'NUMINV', ...given })
}

/** Every batch a connection delivers. */
export async function batchesOf(connection: OcsConnection): Promise<(readonly DeliveredRow[])[]> {
  const batches: (readonly DeliveredRow[])[] = []
  for await (const batch of connection.rows()) batches.push(batch)
  return batches
}

/** Every computer a connection delivers, parsed. */
export async function readAll(connection: OcsConnection): Promise<OcsComputer[]> {
  const batches = await batchesOf(connection)
  return batches.flat().map(({ row }) => OcsComputerRow.parse(row))
}

/** TAG by hardware ID, as a fresh reader sees it. */
export async function tagsOf(settings: OcsSettings): Promise<Record<number, string | null>> {
  const connection = await connectOcs(settings)
  try {
    const computers = await readAll(connection)
    return Object.fromEntries(computers.map(({ hardwareId, tag }) => [hardwareId, tag]))
  } finally {
    await connection.close()
  }
}

/** Applies one batch with a writer of its own. */
export async function replaceWith(
  settings: OcsSettings,
  changes: readonly FieldChange[],
): Promise<readonly WriteOutcome[]> {
  const writer = await openOcsWriter(settings)
  try {
    await writer.assertWritable()
    return await writer.replace(changes)
  } finally {
    await writer.close()
  }
}
