import { basename } from 'node:path'
import type { KeyRing } from '../../db/key-ring.ts'
import { type ReceivedFile, receiveFile, receiveStream } from '../../events/receive/store.ts'
import type { Progress } from '../../lib/progress.ts'

/** Where a file of events comes from. */
export type EventInput =
  /** It lies on disk. */
  | { readonly kind: 'path'; readonly path: string }
  /** It is piped in, or sent with a request. */
  | {
      readonly kind: 'stream'
      readonly name: string
      readonly bytes: AsyncIterable<Uint8Array>
      /** As its sender says, which its bytes may belie; absent where nobody says. */
      readonly mediaType?: string | null
    }

/** What a person calls an input. */
export function inputName(input: EventInput): string {
  return input.kind === 'path' ? input.path : input.name
}

/** The name an input is kept under: that of the file, without where it lay. */
export function keptName(input: EventInput): string {
  return input.kind === 'path' ? basename(input.path) : input.name
}

/** What its sender says it is; null where nobody says. */
export function saidMediaType(input: EventInput): string | null {
  return input.kind === 'stream' ? (input.mediaType ?? null) : null
}

/** Takes an input so far that it can be read again. */
export function receiveInput(
  input: EventInput,
  ring: KeyRing,
  progress: Progress,
): Promise<ReceivedFile> {
  return progress.step('look-at-file', (tick) =>
    input.kind === 'path' ? receiveFile(input.path, tick) : receiveStream(input.bytes, ring, tick),
  )
}
