import { join } from 'node:path'
import { closeFile, fileHead, type OpenFile, openFile } from '../../workbook/file-descriptor.ts'
import { sniff } from '../../workbook/sniff.ts'
import type { Connection, SourceNote } from '../source.ts'
import { connectJson } from './json/client.ts'
import { type TextFormat, textFormat } from './json/text-format.ts'
import { newestFile } from './newest-file/client.ts'
import type { DeviceFileSettings } from './schema.ts'
import { connectDeviceTable } from './table/client.ts'

/** Opens the newest file that fits, for what it is: a table, JSON, or lines of JSON. */
export async function connectDeviceFile(settings: DeviceFileSettings): Promise<Connection> {
  const { folder, name, others } = await newestFile(settings)
  const file = join(folder, name)
  const notes = others.map((detail): SourceNote => {
    return { code: 'other-files-ignored', place: file, detail }
  })
  const opened = await openFile(file)
  try {
    const format = await formatOf(opened, settings)
    if (format !== 'table') return await connectJson({ opened, format, settings, notes })
  } catch (error) {
    await closeFile(opened)
    throw error
  }
  await closeFile(opened)
  return connectDeviceTable({ name, settings, notes })
}

/** As set, else as the bytes and the name say. What is neither text nor workbook is refused as a table. */
async function formatOf(opened: OpenFile, { format }: DeviceFileSettings): Promise<TextFormat> {
  if (format !== 'auto') return format
  const head = await fileHead(opened)
  return sniff(head).kind === 'text' ? textFormat(opened.file, head) : 'table'
}
