import { basename } from 'node:path'
import { elementSplitter } from '../../../json/element-splitter.ts'
import { lineSplitter } from '../../../json/line-splitter.ts'
import type { SplitFault } from '../../../json/split-state.ts'
import { AppError } from '../../../lib/errors.ts'
import { findEncoding, type TextEncoding } from '../../../workbook/csv/text-encoding.ts'
import {
  closeFile,
  fileBlocks,
  fileHash,
  type OpenFile,
} from '../../../workbook/file-descriptor.ts'
import { DEFAULT_LIMITS, refuseBeyond } from '../../../workbook/workbook-limits.ts'
import type { Connection, DeliveredRow, SourceNote } from '../../source.ts'
import { deviceDelivery } from '../delivery.ts'
import { type DeviceFileSettings, mappedFields } from '../schema.ts'
import { type DeviceItems, deviceItems } from './device-items.ts'

const BLOCK_BYTES = 1 << 16
const BATCH_ROWS = 500

/** A text file of JSON that is open, and what is wanted of it. */
export interface JsonFile {
  readonly opened: OpenFile
  readonly format: 'json' | 'ndjson'
  readonly settings: DeviceFileSettings
  /** What there is to say of the file before it is read. */
  readonly notes: readonly SourceNote[]
}

/** Delivers the devices of a JSON file one by one; the file is closed with the connection. */
export async function connectJson(json: JsonFile): Promise<Connection> {
  const { opened, settings, format } = json
  const { file, bytes } = opened
  refuseBeyond(DEFAULT_LIMITS.fileBytes, bytes, { file, what: 'file-bytes' })
  const hash = await fileHash(opened)
  const encoding = await findEncoding(opened)
  const { emptyWords, dateFormat, constants } = settings
  let notes: readonly SourceNote[] = []

  async function* rows(): AsyncGenerator<readonly DeliveredRow[]> {
    const reading = { dateFormat, constants }
    const items = deviceItems({ fields: mappedFields(settings), emptyWords, reading })
    const delivery = deviceDelivery()
    const text = decoded(opened, encoding)
    const found = format === 'json' ? elements(text, items, json) : lines(text, items, json)
    for await (const batch of batches(found)) yield batch.map(delivery.take)
    notes = [...items.notes(basename(file)), ...delivery.notes()]
  }

  return {
    origin: { name: file, hash, bytes },
    expected: () => null,
    rows,
    notes: () => [...json.notes, ...notes],
    close: () => closeFile(opened),
  }
}

async function* elements(
  text: AsyncIterable<string>,
  items: DeviceItems,
  { opened: { file }, settings }: JsonFile,
): AsyncGenerator<DeliveredRow> {
  const splitter = elementSplitter(settings.list ?? null)
  let count = 0
  for await (const piece of text) {
    for (const element of splitter.push(piece)) {
      count += 1
      const item = parsed(element)
      if (item === undefined) throw broken(file, `item: ${count}`, 'json-broken')
      yield items.row(item, `item ${count}`)
    }
    if (splitter.fault() !== null) break
    refuseLongRow(file, splitter.pending())
  }
  const fault = splitter.end()
  if (fault !== null) throw broken(file, `item: ${count + 1}`, fault)
}

async function* lines(
  text: AsyncIterable<string>,
  items: DeviceItems,
  { opened: { file } }: JsonFile,
): AsyncGenerator<DeliveredRow> {
  const splitter = lineSplitter()
  for await (const piece of text) {
    for (const line of splitter.push(piece)) {
      yield items.row(parsed(line.text) ?? line.text, `line ${line.number}`)
    }
    refuseLongRow(file, splitter.pending())
  }
  const last = splitter.end()
  if (last === null) return
  const item = parsed(last.text)
  if (item === undefined) throw broken(file, `line: ${last.number}`, 'ends-early')
  yield items.row(item, `line ${last.number}`)
}

function refuseLongRow(file: string, characters: number): void {
  refuseBeyond(DEFAULT_LIMITS.rowCharacters, characters, { file, what: 'row-characters' })
}

async function* batches(rows: AsyncIterable<DeliveredRow>): AsyncGenerator<DeliveredRow[]> {
  let batch: DeliveredRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** The file as text, its byte order mark left out. */
async function* decoded(opened: OpenFile, encoding: TextEncoding): AsyncGenerator<string> {
  const { file } = opened
  const decoder = new TextDecoder(encoding, { fatal: true })
  let position = 0
  try {
    for await (const block of fileBlocks(opened, BLOCK_BYTES)) {
      yield decoder.decode(block, { stream: true })
      position += block.length
    }
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const place = `byte: ${position}`
    throw new AppError('workbook.undecodable', { file, encoding, place }, { cause: error })
  }
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function broken(file: string, part: string, reason: SplitFault): AppError {
  return new AppError('workbook.corrupt', { file, part, reason })
}
