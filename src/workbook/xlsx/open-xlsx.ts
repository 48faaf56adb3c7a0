import type { Entry } from 'yauzl'
import { AppError } from '../../lib/errors.ts'
import type { Row } from '../cell.ts'
import type { OpenFile } from '../file-descriptor.ts'
import type { OpenedWorkbook, Sheet } from '../opened-workbook.ts'
import type { WorkbookLimits } from '../workbook-limits.ts'
import { corrupt, type PartSource } from '../zip/part-source.ts'
import { findPart, openZip, type ZipArchive } from '../zip/zip-archive.ts'
import type { CellContext } from './cell-value.ts'
import { type Relationship, readRelationships } from './relationships.ts'
import { readSharedStrings } from './shared-strings.ts'
import { createSheetHandler } from './sheet-handler.ts'
import { readFormats } from './styles-part.ts'
import { readWorkbookPart, type SheetEntry } from './workbook-part.ts'
import { scanXmlPart } from './xml-part.ts'

const BATCH_ROWS = 500
const MAIN_PART = 'xl/workbook.xml'

/** What only zip files of other kinds hold. */
const OTHER_KINDS = [
  ['word/document.xml', 'Word (.docx)'],
  ['ppt/presentation.xml', 'PowerPoint (.pptx)'],
  ['xl/workbook.bin', 'Excel binary (.xlsb)'],
  ['META-INF/manifest.xml', 'OpenDocument (.ods)'],
] as const

/** Opens a zip file as a workbook; the file's descriptor is closed with it. */
export async function openXlsx(
  opened: OpenFile & { readonly hash: string },
  limits: WorkbookLimits,
): Promise<OpenedWorkbook> {
  const archive = await openZip(opened)
  try {
    return await describe(archive, opened, limits)
  } catch (error) {
    archive.zip.close()
    throw error
  }
}

async function describe(
  archive: ZipArchive,
  { file, bytes, hash }: OpenFile & { readonly hash: string },
  limits: WorkbookLimits,
): Promise<OpenedWorkbook> {
  const mainPart = await findMainPart(archive, limits)
  const relationships = await readRelationships(archive, mainPart, limits)
  const { date1904, sheets } = await readWorkbookPart(archive, mainPart, limits)
  const context = contextReader({ archive, relationships, limits, date1904 })
  return {
    file,
    format: 'xlsx',
    hash,
    bytes,
    date1904,
    sheets: sheets.flatMap((sheet) => {
      const entry = sheetPart({ archive, mainPart, relationships }, sheet)
      return entry ? [openSheet(sheet, { archive, entry, limits, context })] : []
    }),
    close: async () => archive.zip.close(),
  }
}

async function findMainPart(archive: ZipArchive, limits: WorkbookLimits): Promise<string> {
  const ofPackage = await readRelationships(archive, '', limits)
  const main = ofPackage.find(({ type }) => type === 'officeDocument')?.target ?? MAIN_PART
  const other = OTHER_KINDS.find(([part]) => findPart(archive, part) !== null)
  const isWorkbook = findPart(archive, main) !== null && main !== other?.[0]
  if (isWorkbook) return main
  const looksLike = other?.[1] ?? 'ZIP'
  throw new AppError('workbook.not-a-workbook', { file: archive.file, looksLike })
}

interface SheetPlace {
  readonly archive: ZipArchive
  readonly mainPart: string
  readonly relationships: readonly Relationship[]
}

/** The part of a sheet of cells; null for a sheet that is a chart or a dialog. */
function sheetPart(place: SheetPlace, { name, relationshipId }: SheetEntry): Entry | null {
  const { archive, mainPart, relationships } = place
  const source: PartSource = { file: archive.file, part: mainPart }
  const found =
    relationships.find(({ id }) => id === relationshipId) ??
    corrupt(source, `sheet-without-part: ${name}`)
  if (found.type !== 'worksheet') return null
  return (
    findPart(archive, found.target) ??
    corrupt({ ...source, part: found.target }, `sheet-part-missing: ${name}`)
  )
}

interface ContextSource {
  readonly archive: ZipArchive
  readonly relationships: readonly Relationship[]
  readonly limits: WorkbookLimits
  readonly date1904: boolean
}

/** Reads shared texts and formats when the first sheet is read, and only once. */
function contextReader({ archive, relationships, limits, date1904 }: ContextSource) {
  const partOf = (wanted: string) => {
    const target = relationships.find(({ type }) => type === wanted)?.target
    return target === undefined ? null : findPart(archive, target)
  }
  const read = async (): Promise<CellContext> => {
    const strings = partOf('sharedStrings')
    const styles = partOf('styles')
    return {
      sharedStrings: strings ? await readSharedStrings(archive, strings, limits) : [],
      formats: styles ? await readFormats(archive, styles, limits) : [],
      date1904,
    }
  }
  let reading: Promise<CellContext> | null = null
  return () => {
    reading ??= read()
    return reading
  }
}

interface SheetSource {
  readonly archive: ZipArchive
  readonly entry: Entry
  readonly limits: WorkbookLimits
  readonly context: () => Promise<CellContext>
}

function openSheet({ name, hidden }: SheetEntry, sheet: SheetSource): Sheet {
  const seen: SeenOfSheet = { merges: [], declaredRows: null }
  return {
    name,
    hidden,
    merges: () => seen.merges,
    declaredRows: () => seen.declaredRows,
    rows: (only) => readRows({ ...sheet, only: only ?? null }, seen),
  }
}

/** What reading has shown of a sheet beside its rows. */
interface SeenOfSheet {
  merges: readonly string[]
  declaredRows: number | null
}

async function* readRows(
  { archive, entry, limits, context, only }: SheetSource & { only: ReadonlySet<number> | null },
  seen: SeenOfSheet,
): AsyncGenerator<readonly Row[]> {
  const source: PartSource = { file: archive.file, part: entry.fileName }
  const handler = createSheetHandler({ source, context: await context(), limits, only })
  for await (const _ of scanXmlPart({ archive, entry, limits, handler })) {
    seen.declaredRows = handler.declaredRows()
    if (handler.pendingRows() >= BATCH_ROWS) yield handler.takeRows()
  }
  seen.merges = handler.merges()
  if (handler.pendingRows() > 0) yield handler.takeRows()
}
