import { elementSplitter } from '../../../json/element-splitter.ts'
import { lineSplitter } from '../../../json/line-splitter.ts'
import { objectSequence } from '../../../json/object-sequence.ts'
import type { SplitFault } from '../../../json/split-state.ts'
import { beyondLimit, corrupt, type EventFile } from '../event-file.ts'
import type { RowBatcher } from '../row-batcher.ts'
import type { RowReader } from '../row-reader.ts'
import { eventTaker } from './event-taker.ts'
import { parsedJson } from './exact-json.ts'

export interface JsonReading {
  readonly file: EventFile
  readonly batcher: RowBatcher
}

/**
 * Reads a list of objects, or objects that follow each other. Where one of them is broken, nothing
 * after it can be trusted, and the file is refused.
 */
export function jsonReader(
  { file, batcher }: JsonReading,
  kind: 'json-list' | 'json-objects',
): RowReader {
  const splitter = kind === 'json-list' ? elementSplitter() : objectSequence()
  const take = eventTaker(file, batcher)
  let count = 0

  function push(block: Buffer): void {
    for (const text of splitter.push(block.toString())) {
      count += 1
      const place = `item: ${count}`
      refuseLong(file, text.length, place)
      const value = parsedJson(text)
      if (value === undefined) corrupt(file, { place, reason: 'json-broken' })
      take({ text, value, line: count, place })
    }
    refuseFault(splitter.fault())
    refuseLong(file, splitter.pending(), `item: ${count + 1}`)
  }

  function refuseFault(fault: SplitFault | null): void {
    if (fault === null) return
    const reason = fault === 'several-lists' ? 'several-event-lists' : fault
    corrupt(file, { place: `item: ${count + 1}`, reason })
  }

  return { push, end: () => refuseFault(splitter.end()) }
}

/**
 * Reads an object on each line. A broken line costs only itself, for the next one begins where it says;
 * the last one of a file that was cut off is more than that.
 */
export function jsonLinesReader({ file, batcher }: JsonReading): RowReader {
  const splitter = lineSplitter()
  const take = eventTaker(file, batcher)

  function push(block: Buffer): void {
    for (const line of splitter.push(block.toString())) takeLine(line)
    refuseLong(file, splitter.pending(), `line: ${splitter.number()}`)
  }

  function takeLine({ number, text }: { readonly number: number; readonly text: string }): void {
    const place = `line: ${number}`
    refuseLong(file, text.length, place)
    take({ text, value: lineValue(text), line: number, place })
  }

  function end(): void {
    const last = splitter.end()
    if (last === null) return
    if (lineValue(last.text) === undefined) {
      corrupt(file, { place: `line: ${last.number}`, reason: 'ends-early' })
    }
    takeLine(last)
  }

  return { push, end }
}

/** Parsing what is broken takes ten times as long as parsing what is not, so that is looked at first. */
function lineValue(text: string): unknown {
  if (!text.startsWith('{')) return null
  return text.endsWith('}') ? parsedJson(text) : undefined
}

function refuseLong(file: EventFile, characters: number, place: string): void {
  if (characters > file.limits.rowCharacters) beyondLimit(file, 'row-characters', place)
}
