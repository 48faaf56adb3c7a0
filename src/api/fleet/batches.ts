/** Part of a list by its numbers: how far it goes, and what is in it. */
export interface Batch<Row> {
  readonly rows: Row[]
  /** The number after which the next begins; null where nothing is left. */
  readonly next: number | null
}

/**
 * All rows of a list by their numbers, batch by batch, the first even where it is empty. Between two batches nothing
 * is held open, however slowly they are taken.
 */
export async function* batchesBy<Row>(
  read: (after: number) => Promise<Batch<Row>>,
): AsyncGenerator<Row[]> {
  let after: number | null = 0
  while (after !== null) {
    const batch: Batch<Row> = await read(after)
    yield batch.rows
    after = batch.next
  }
}
