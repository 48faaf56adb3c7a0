import type { FileNature, RowBatch } from './row-stream.ts'

/** What a file holds once it is known what it is. */
export interface EventContent {
  nature(): Omit<FileNature, 'isGzip'>
  batches(): AsyncGenerator<RowBatch>
  close(): Promise<void>
}
