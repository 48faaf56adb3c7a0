import { rejectionOf } from '../../src/sources/rejection.ts'
import type { Connection, Rejection, Source, SourceNote } from '../../src/sources/source.ts'
import { testOutside } from './outside.ts'

/** Everything a source delivered, taken or refused row by row. */
export interface ReadDelivery<Item> {
  /** Of every row, in order. */
  readonly places: readonly string[]
  readonly records: readonly Item[]
  readonly rejections: readonly Rejection[]
  readonly notes: readonly SourceNote[]
}

/** Opens a source with settings as a person writes them, and reads it once. */
export async function readSource<Settings, Item>(
  source: Source<Settings, Item>,
  given: unknown,
): Promise<ReadDelivery<Item>> {
  const connection = await source.connect(source.settings.parse(given), testOutside())
  try {
    return await readDelivery(source, connection)
  } finally {
    await connection.close()
  }
}

/** Reads what an open connection delivers. */
export async function readDelivery<Item>(
  { record }: Pick<Source<unknown, Item>, 'record'>,
  connection: Connection,
): Promise<ReadDelivery<Item>> {
  const places: string[] = []
  const records: Item[] = []
  const rejections: Rejection[] = []
  for await (const batch of connection.rows()) {
    for (const delivered of batch) {
      places.push(delivered.place)
      const parsed = record.safeParse(delivered.row)
      if (parsed.success) records.push(parsed.data)
      else rejections.push(rejectionOf(delivered, parsed.error.issues[0]))
    }
  }
  return { places, records, rejections, notes: connection.notes() }
}
