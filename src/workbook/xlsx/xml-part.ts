import type { Entry } from 'yauzl'
import type { WorkbookLimits } from '../workbook-limits.ts'
import { utf8Chunks } from '../xml/utf8-chunks.ts'
import { createXmlScanner, type XmlHandler } from '../xml/xml-scanner.ts'
import type { PartSource } from '../zip/part-source.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { partBytes } from '../zip/zip-part.ts'

/** Bytes that the longest way of writing a character takes: `_x000D_`, `&quot;`. */
const BYTES_PER_CHARACTER = 8
const SMALL_PART_BYTES = 64_000_000

/** A part of the archive, and who is told of its tags. */
export interface XmlPart {
  readonly archive: ZipArchive
  readonly entry: Entry
  readonly limits: WorkbookLimits
  readonly handler: XmlHandler
}

/** Scans an XML part to its end, pausing after each chunk so that what was found may be taken away. */
export async function* scanXmlPart(xml: XmlPart): AsyncGenerator<void> {
  const { archive, entry, limits, handler } = xml
  const source: PartSource = { file: archive.file, part: entry.fileName }
  const mostTokenBytes = limits.cellCharacters * BYTES_PER_CHARACTER
  const scanner = createXmlScanner({ source, handler, mostTokenBytes })
  for await (const chunk of utf8Chunks(source, partBytes(archive, entry, limits))) {
    scanner.feed(chunk)
    yield
  }
  scanner.end()
}

/** Scans in one go a part that describes the workbook and is small in any honest file. */
export async function scanSmallXmlPart(xml: XmlPart): Promise<void> {
  const partBytes = Math.min(xml.limits.partBytes, SMALL_PART_BYTES)
  for await (const _ of scanXmlPart({ ...xml, limits: { ...xml.limits, partBytes } }));
}
