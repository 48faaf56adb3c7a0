import type { Entry } from 'yauzl'
import type { WorkbookLimits } from '../workbook-limits.ts'
import { attribute, numberAttribute } from '../xml/xml-attributes.ts'
import type { XmlHandler } from '../xml/xml-scanner.ts'
import type { PartSource } from '../zip/part-source.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { builtInFormat, type NumberFormat, parseNumberFormat } from './number-format.ts'
import { scanSmallXmlPart } from './xml-part.ts'

/** The number format of each cell format, by its index. */
export async function readFormats(
  archive: ZipArchive,
  entry: Entry,
  limits: WorkbookLimits,
): Promise<NumberFormat[]> {
  const source: PartSource = { file: archive.file, part: entry.fileName }
  const codeById = new Map<number, string>()
  const ids: number[] = []
  await scanSmallXmlPart({ archive, entry, limits, handler: styleHandler(source, codeById, ids) })
  const formatById = new Map<number, NumberFormat>()
  for (const id of new Set(ids)) {
    const code = codeById.get(id)
    formatById.set(id, code === undefined ? builtInFormat(id) : parseNumberFormat(code))
  }
  return ids.map((id) => formatById.get(id) ?? builtInFormat(id))
}

function styleHandler(
  source: PartSource,
  codeById: Map<number, string>,
  ids: number[],
): XmlHandler {
  let group = ''
  return {
    open(tag, depth) {
      if (depth === 2) group = tag.name
      if (depth !== 3) return
      if (group === 'cellXfs' && tag.name === 'xf') {
        ids.push(numberAttribute(tag, 'numFmtId', source) ?? 0)
      }
      if (group !== 'numFmts' || tag.name !== 'numFmt') return
      const id = numberAttribute(tag, 'numFmtId', source)
      if (id !== null) codeById.set(id, attribute(tag, 'formatCode', source) ?? '')
    },
    close() {},
    text() {},
  }
}
