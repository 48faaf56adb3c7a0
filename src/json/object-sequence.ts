import { afterSpace } from './after-space.ts'
import type { SplitFault } from './split-state.ts'
import { type ValueCapture, valueCapture } from './value-capture.ts'

/** Takes a JSON text in pieces apart into the objects that follow each other in it, holding one at a time. */
export interface ObjectSequence {
  /** The objects that ended in this piece, as JSON texts still to be parsed. */
  push(piece: string): readonly string[]
  /** What is known to be wrong between the objects; nothing is read beyond it. */
  fault(): SplitFault | null
  /** The same after the last piece. */
  end(): SplitFault | null
  /** Characters of the object that is being read. */
  pending(): number
}

/** Objects with white space between them, or nothing. */
export function objectSequence(): ObjectSequence {
  let capture: ValueCapture | null = null
  let fault: SplitFault | null = null

  function push(piece: string): readonly string[] {
    const objects: string[] = []
    for (let at = 0; at < piece.length && fault === null; ) {
      if (capture === null) {
        at = afterSpace(piece, at)
        if (at === piece.length) break
        if (piece.charAt(at) !== '{') {
          fault = 'json-broken'
          break
        }
        capture = valueCapture()
      }
      const end = capture.read(piece, at)
      if (end === null) break
      objects.push(capture.text())
      capture = null
      at = end
    }
    return objects
  }

  return {
    push,
    fault: () => fault,
    end: () => fault ?? (capture === null ? null : 'ends-early'),
    pending: () => capture?.characters() ?? 0,
  }
}
