import { AppError } from '../../lib/errors.ts'
import { freeSheetName } from '../write/write-sheet-name.ts'
import type { CellNote } from './mark-note.ts'
import {
  freeRelationshipId,
  NO_RELATIONSHIPS,
  type Relationship,
  readRelationships,
  relationshipsPartOf,
} from './mark-relationships.ts'
import { isSelected } from './mark-sheet-head.ts'
import { inPart, type SourcePackage } from './mark-source.ts'
import { blocksOf } from './mark-vml.ts'
import { type Dialect, dialectOf, listedSheets } from './mark-workbook-part.ts'

/** Which parts of a workbook marking changes or adds, decided before anything is written. */
export interface MarkPlan {
  readonly dialect: Dialect
  readonly workbook: TextPart
  readonly workbookRelationships: TextPart
  readonly styles: NewOrHeld
  readonly summary: {
    readonly name: string
    readonly part: string
    readonly relationshipId: string
  }
  /** By name of the sheet's part. */
  readonly sheets: ReadonlyMap<string, SheetPlan>
  /** Sheets without marks that were open when the workbook was opened, by part. */
  readonly selected: ReadonlyMap<string, { readonly streamed: boolean }>
}

export interface SheetPlan {
  readonly part: string
  readonly notes: readonly CellNote[]
  readonly relationships: TextPart
  /** Drawings of the old kind that the sheet leads to: boxes of comments, pictures of headers. */
  readonly drawings: readonly { readonly id: string; readonly part: string }[]
  readonly comments: NewOrHeld
  readonly commentsId: string
  readonly freeDrawingId: string
  readonly freeDrawing: { readonly part: string; readonly block: number }
}

interface TextPart {
  readonly part: string
  readonly text: string
}

/** A part by its name, and whether the workbook has it already. */
interface NewOrHeld {
  readonly part: string
  readonly isNew: boolean
}

/** Reads what marking must know of a workbook. Throws `workbook.sheet-not-found` for a mark on none. */
export async function planMarking(
  source: SourcePackage,
  wanted: { readonly notes: ReadonlyMap<string, CellNote[]>; readonly summaryName: string },
): Promise<MarkPlan> {
  const workbook = await workbookPart(source)
  const workbookRelationships = await relationshipsOf(source, workbook.part)
  const known = relationshipsIn(source, workbookRelationships, workbook.part)
  const inBook = inPart(source, workbook.part, () => listedSheets(workbook.text))
  const listed = inBook.map(({ name, relationshipId }) => {
    const target = known.find(({ id }) => id === relationshipId)
    return { name, kind: target?.kind ?? '', part: heldPart(source, target?.part) }
  })
  refuseUnknown(source.file, wanted.notes, listed)
  const free = freeParts(source)
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1)
  const sheets = new Map<string, SheetPlan>()
  for (const { name, part } of listed) {
    const notes = wanted.notes.get(name)
    if (notes && part) sheets.set(part, await planSheet({ source, part, notes, folder, free }))
  }
  const styles = known.find(({ kind }) => kind === 'styles')?.part
  return {
    dialect: dialectOf(workbook.text),
    workbook,
    workbookRelationships,
    styles: newOrHeld(source, styles, () => free(`${folder}styles`, '.xml')),
    summary: {
      name: freeSheetName(
        wanted.summaryName,
        listed.map(({ name }) => name),
      ),
      part: free(`${folder}worksheets/sheet`, '.xml'),
      relationshipId: freeRelationshipId(known.map(({ id }) => id)),
    },
    sheets,
    selected: await selectedSheets(
      source,
      listed.filter(({ part }) => part && !sheets.has(part)),
    ),
  }
}

interface SheetInWorkbook {
  readonly name: string
  readonly kind: string
  readonly part: string | null
}

async function workbookPart(source: SourcePackage): Promise<TextPart> {
  const root = await relationshipsOf(source, '')
  const known = relationshipsIn(source, root, '')
  const part = heldPart(source, known.find(({ kind }) => kind === 'officeDocument')?.part)
  const found = part ?? source.find('xl/workbook.xml') ?? 'xl/workbook.xml'
  return { part: found, text: await source.text(found) }
}

async function relationshipsOf(source: SourcePackage, part: string): Promise<TextPart> {
  const name = relationshipsPartOf(part)
  const held = source.find(name)
  return { part: held ?? name, text: held ? await source.text(held) : NO_RELATIONSHIPS }
}

function relationshipsIn(source: SourcePackage, held: TextPart, part: string): Relationship[] {
  return inPart(source, held.part, () => readRelationships(held.text, part))
}

/** A relationship's target as the package names it; some tools escape characters in one and not the other. */
function heldPart(source: SourcePackage, target: string | null | undefined): string | null {
  if (!target) return null
  return source.find(target) ?? source.find(decodedTarget(target))
}

function decodedTarget(target: string): string {
  return target.replace(/%([2-7][0-9a-f])/gi, (_all, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function refuseUnknown(
  file: string,
  notes: ReadonlyMap<string, unknown>,
  listed: readonly SheetInWorkbook[],
): void {
  const sheets = listed.filter(({ kind, part }) => kind === 'worksheet' && part)
  const names = sheets.map(({ name }) => name)
  const sheet = [...notes.keys()].find((name) => !names.includes(name))
  if (sheet === undefined) return
  throw new AppError('workbook.sheet-not-found', { file, sheet, sheets: names })
}

async function planSheet(sheet: {
  source: SourcePackage
  part: string
  notes: readonly CellNote[]
  folder: string
  free: FreeParts
}): Promise<SheetPlan> {
  const { source, part, notes, folder, free } = sheet
  const relationships = await relationshipsOf(source, part)
  const known = relationshipsIn(source, relationships, part)
  const ids = known.map(({ id }) => id)
  const held = known.find(({ kind }) => kind === 'comments')
  const commentsId = held?.id ?? freeRelationshipId(ids)
  return {
    part,
    notes,
    relationships,
    drawings: known.flatMap(({ id, kind, part: target }) =>
      kind === 'vmlDrawing' && target ? [{ id, part: heldPart(source, target) ?? target }] : [],
    ),
    comments: newOrHeld(source, held?.part, () => free(`${folder}comments`, '.xml')),
    commentsId,
    freeDrawingId: freeRelationshipId([...ids, commentsId]),
    freeDrawing: {
      part: free(`${folder}drawings/vmlDrawing`, '.vml'),
      block: await free.block(),
    },
  }
}

function newOrHeld(
  source: SourcePackage,
  target: string | null | undefined,
  name: () => string,
): NewOrHeld {
  const part = heldPart(source, target)
  return part ? { part, isNew: false } : { part: name(), isNew: true }
}

interface FreeParts {
  /** A part's name with the lowest number that no part has, given or taken. */
  (start: string, ending: string): string
  /** A block of shape ids that no drawing of the workbook has. */
  block(): Promise<number>
}

function freeParts(source: SourcePackage): FreeParts {
  const given = new Set<string>()
  let lastBlock: number | null = null
  const free = (start: string, ending: string): string => {
    for (let number = 1; ; number += 1) {
      const name = `${start}${number}${ending}`
      if (source.find(name) !== null || given.has(name)) continue
      given.add(name)
      return name
    }
  }
  return Object.assign(free, {
    async block() {
      lastBlock = (lastBlock ?? (await highestBlock(source))) + 1
      return lastBlock
    },
  })
}

async function highestBlock(source: SourcePackage): Promise<number> {
  let highest = 0
  for (const name of source.names.filter((part) => /\.vml$/i.test(part))) {
    const blocks = blocksOf(await start(source, name, /idmap[^>]*>/))
    highest = Math.max(highest, ...blocks.filter(Number.isFinite))
  }
  return highest
}

async function selectedSheets(
  source: SourcePackage,
  sheets: readonly SheetInWorkbook[],
): Promise<Map<string, { streamed: boolean }>> {
  const selected = new Map<string, { streamed: boolean }>()
  for (const { part, kind } of sheets) {
    if (part === null) continue
    const head = await start(source, part, /<\/?(?:\w+:)?(?:sheetData|sheetViews\s*>)/)
    if (isSelected(head)) selected.set(part, { streamed: kind === 'worksheet' })
  }
  return selected
}

/** A part's text up to the piece in which `mark` is found. */
async function start(source: SourcePackage, part: string, mark: RegExp): Promise<string> {
  let text = ''
  for await (const piece of source.pieces(part)) {
    text += piece
    if (mark.test(text)) break
  }
  return text
}
