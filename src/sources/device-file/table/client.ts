import type { Connection, DeliveredRow, SourceNote } from '../../source.ts'
import type { WantedColumn } from '../../table-header.ts'
import { connectTable } from '../../workbook.ts'
import { deviceDelivery } from '../delivery.ts'
import { isIdentifier } from '../fields.ts'
import { type DeviceFileSettings, mappedFields } from '../schema.ts'

/** A table in a workbook or a delimited text, by the name of its file, and what is wanted of it. */
export interface TableFile {
  readonly name: string
  readonly settings: DeviceFileSettings
  /** What there is to say of the file before it is read. */
  readonly notes: readonly SourceNote[]
}

/** Delivers the devices of a table row by row. Every column that is mapped has to be there. */
export async function connectDeviceTable(table: TableFile): Promise<Connection> {
  const { settings } = table
  const { folder, sheet, headerRow, letters, emptyWords, dateFormat, constants } = settings
  const connection = await connectTable({
    settings: { folder, file: table.name, sheet, headerRow, columns: letters, emptyWords },
    columns: wantedColumns(settings),
    extras: { reading: { dateFormat, constants } },
  })
  let notes: readonly SourceNote[] = []

  async function* rows(): AsyncGenerator<readonly DeliveredRow[]> {
    const delivery = deviceDelivery()
    for await (const batch of connection.rows()) yield batch.map(delivery.take)
    notes = delivery.notes()
  }

  return {
    ...connection,
    rows,
    notes: () => [...table.notes, ...connection.notes(), ...notes],
  }
}

/** All are needed: without its column a field would seem to have been emptied on every device. */
function wantedColumns(settings: DeviceFileSettings): WantedColumn[] {
  return mappedFields(settings).map(({ name, from }) => ({
    name,
    headings: [from],
    required: true,
    isIdentifier: isIdentifier(name),
  }))
}
