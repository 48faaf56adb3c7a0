import type { WorkbookLimits } from '../workbook-limits.ts'
import { attribute, isFlagSet } from '../xml/xml-attributes.ts'
import type { XmlTag } from '../xml/xml-scanner.ts'
import { corrupt, type PartSource } from '../zip/part-source.ts'
import { findPart, type ZipArchive } from '../zip/zip-archive.ts'
import { scanSmallXmlPart } from './xml-part.ts'

/** What `workbook.xml` says: its sheets in the order of their tabs, and where its days start. */
export interface WorkbookPart {
  readonly date1904: boolean
  readonly sheets: readonly SheetEntry[]
}

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly relationshipId: string
}

/** Reads the part that lists the sheets. */
export async function readWorkbookPart(
  archive: ZipArchive,
  part: string,
  limits: WorkbookLimits,
): Promise<WorkbookPart> {
  const source: PartSource = { file: archive.file, part }
  const entry = findPart(archive, part) ?? corrupt(source, 'missing')
  const sheets: SheetEntry[] = []
  let date1904 = false
  const open = (tag: XmlTag, depth: number) => {
    if (depth === 2 && tag.name === 'workbookPr') date1904 = isFlagSet(tag, 'date1904', source)
    if (depth === 3 && tag.name === 'sheet') sheets.push(sheetEntry(tag, source))
  }
  await scanSmallXmlPart({ archive, entry, limits, handler: { open, close() {}, text() {} } })
  return { date1904, sheets }
}

function sheetEntry(tag: XmlTag, source: PartSource): SheetEntry {
  const state = attribute(tag, 'state', source)
  return {
    name: attribute(tag, 'name', source) ?? corrupt(source, 'sheet-without-name'),
    hidden: state === 'hidden' || state === 'veryHidden',
    relationshipId: attribute(tag, '*:id', source) ?? '',
  }
}
