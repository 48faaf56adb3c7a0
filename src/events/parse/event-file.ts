import { AppError, type FileLimit } from '../../lib/errors.ts'
import type { EventFileLimits } from './event-file-limits.ts'

/** A file that is being read: how it is called in messages, and its bounds. */
export interface EventFile {
  readonly name: string
  readonly limits: EventFileLimits
}

/** Ends the reading of a file that does not hold together. `place`: `line: 7`, `item: 7`, `byte: 7`. */
export function corrupt(
  { name }: EventFile,
  { place, reason }: { readonly place: string; readonly reason: string },
  cause?: unknown,
): never {
  throw new AppError('file.corrupt', { file: name, place, reason }, { cause })
}

/** Ends the reading of a text that cannot be one in its encoding. */
export function undecodable({ name }: EventFile, encoding: string, line: number): never {
  throw new AppError('file.undecodable', { file: name, encoding, place: `line: ${line}` })
}

/** Ends the reading of a file that is beyond one of its limits. `place` is '' for the file as a whole. */
export function beyondLimit(
  { name, limits }: EventFile,
  what: Extract<FileLimit, 'file-bytes' | 'unpacked-bytes' | 'compression-ratio'> | RowLimit,
  place: string,
): never {
  throw new AppError('file.too-large', { file: name, what, limit: limits[LIMIT_OF[what]], place })
}

type RowLimit = 'columns' | 'row-characters' | 'cell-characters'

const LIMIT_OF = {
  'file-bytes': 'fileBytes',
  'unpacked-bytes': 'unpackedBytes',
  'compression-ratio': 'compressionRatio',
  columns: 'columns',
  'row-characters': 'rowCharacters',
  'cell-characters': 'cellCharacters',
} as const
