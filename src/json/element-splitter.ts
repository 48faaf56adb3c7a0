import { afterSpace } from './after-space.ts'
import {
  afterCharacter,
  afterValue,
  beginsValue,
  isElement,
  SPLIT_START,
  type SplitFault,
  type SplitState,
} from './split-state.ts'
import { type ValueCapture, valueCapture } from './value-capture.ts'

/** Takes a JSON text in pieces apart into the elements of its one list, holding one element at a time. */
export interface ElementSplitter {
  /** The elements that ended in this piece, as JSON texts still to be parsed. */
  push(piece: string): readonly string[]
  /** What is known to be wrong with the text around the elements; nothing is read beyond it. */
  fault(): SplitFault | null
  /** The same after the last piece. */
  end(): SplitFault | null
  /** Characters of the value that is being read. */
  pending(): number
}

/**
 * A splitter for a list, or for an object of which one member is a list: the only one, or the one
 * called `wanted`.
 */
export function elementSplitter(wanted: string | null = null): ElementSplitter {
  let state: SplitState = SPLIT_START
  let capture: ValueCapture | null = null

  function push(piece: string): readonly string[] {
    const elements: string[] = []
    for (let at = 0; at < piece.length && state.fault === null; ) {
      if (capture === null) {
        at = afterSpace(piece, at)
        if (at === piece.length) break
        const character = piece.charAt(at)
        if (!beginsValue(state, character, wanted)) {
          state = afterCharacter(state, character)
          at += 1
          continue
        }
        capture = valueCapture()
      }
      const end = capture.read(piece, at)
      if (end === null) break
      const text = capture.text()
      if (isElement(state)) elements.push(text)
      state = afterValue(state, text)
      capture = null
      at = end
    }
    return elements
  }

  return {
    push,
    fault: () => state.fault,
    end: () => state.fault ?? (state.expecting === 'end' ? null : 'ends-early'),
    pending: () => capture?.characters() ?? 0,
  }
}
