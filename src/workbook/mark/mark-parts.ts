import type { SheetContent } from '../sheet-content.ts'
import { rowCursor } from '../write/write-rows.ts'
import { sheetXml } from '../write/write-sheet.ts'
import { gathered, type ZipPart } from '../write/write-zip.ts'
import { openStyleSheet, type StyleSheet } from '../write/xlsx-style-sheet.ts'
import { noComments, withNotes } from './mark-comments.ts'
import {
  COMMENTS_TYPE,
  STYLES_TYPE,
  WORKSHEET_TYPE,
  withContentTypes,
} from './mark-content-types.ts'
import { cellsOf } from './mark-note.ts'
import type { MarkPlan, SheetPlan } from './mark-plan.ts'
import { withRelationship } from './mark-relationships.ts'
import { type CopiedSheet, copySheet, type SheetCopy } from './mark-sheet.ts'
import { editedHead } from './mark-sheet-head.ts'
import { inPart, piecesInPart, type SourcePackage } from './mark-source.ts'
import { noShapes, withBoxes, withGrownBoxes } from './mark-vml.ts'
import { withFirstSheet } from './mark-workbook-part.ts'

const CONTENT_TYPES = '[Content_Types].xml'

/** The parts of the marked copy, in the source's order, each made when its turn comes. */
export async function* markedParts(
  source: SourcePackage,
  plan: MarkPlan,
  summary: SheetContent,
): AsyncGenerator<ZipPart> {
  const held = plan.styles.isNew ? '' : await source.text(plan.styles.part)
  const styles = inPart(source, plan.styles.part, () => openStyleSheet(held, plan.dialect.main))
  const listing = await listingParts(source, plan)
  const later = partsWrittenLater(plan)
  const context = { source, plan, styles }
  for (const name of source.names) {
    const listed = listing.get(name)
    if (later.has(name)) continue
    if (listed !== undefined) yield { name, content: listed }
    else yield* sheetOrCopy(context, name)
  }
  yield { name: plan.summary.part, content: gathered(summaryXml(context, summary)) }
  yield { name: plan.styles.part, content: styles.toXml() }
}

interface Context {
  readonly source: SourcePackage
  readonly plan: MarkPlan
  readonly styles: StyleSheet
}

/** The parts that list others: content types, workbook, and the workbook's relationships. */
async function listingParts(source: SourcePackage, plan: MarkPlan): Promise<Map<string, string>> {
  const { dialect, summary, styles } = plan
  const types = new Map([[summary.part, WORKSHEET_TYPE]])
  if (styles.isNew) types.set(styles.part, STYLES_TYPE)
  for (const { comments } of plan.sheets.values()) {
    if (comments.isNew) types.set(comments.part, COMMENTS_TYPE)
  }
  const contentTypes = source.find(CONTENT_TYPES) ?? CONTENT_TYPES
  const typesText = await source.text(contentTypes)
  return new Map([
    [contentTypes, inPart(source, contentTypes, () => withContentTypes(typesText, types))],
    [plan.workbook.part, withFirstSheet(plan.workbook.text, summary, dialect)],
    [plan.workbookRelationships.part, workbookRelationships(plan)],
  ])
}

function workbookRelationships({
  dialect,
  workbookRelationships,
  summary,
  styles,
}: MarkPlan): string {
  const type = (kind: string) => `${dialect.relationships}/${kind}`
  const withSummary = withRelationship(workbookRelationships.text, {
    id: summary.relationshipId,
    type: type('worksheet'),
    part: summary.part,
  })
  if (!styles.isNew) return withSummary
  const id = `${summary.relationshipId}styles`
  return withRelationship(withSummary, { id, type: type('styles'), part: styles.part })
}

/** Parts that can be written only when the sheets have been. */
function partsWrittenLater(plan: MarkPlan): Set<string> {
  const later = new Set([plan.styles.part])
  for (const { relationships, comments, drawings } of plan.sheets.values()) {
    later.add(relationships.part).add(comments.part)
    for (const { part } of drawings) later.add(part)
  }
  return later
}

async function* sheetOrCopy(context: Context, name: string): AsyncGenerator<ZipPart> {
  const { source, plan } = context
  const sheet = plan.sheets.get(name)
  const selected = plan.selected.get(name)
  if (sheet) {
    const copy = openCopy(context, sheet)
    yield { name, content: piecesInPart(source, name, copy.pieces) }
    yield* notesParts(context, sheet, copy.outcome())
  } else if (selected) {
    const pieces = selected.streamed
      ? openCopy(context, { part: name, notes: [], freeDrawingId: '' }).pieces
      : closedSheet(source, name)
    yield { name, content: piecesInPart(source, name, pieces) }
  } else {
    yield { name, content: source.bytes(name) }
  }
}

function openCopy(
  { source, plan, styles }: Context,
  { part, notes, freeDrawingId }: Pick<SheetPlan, 'part' | 'notes' | 'freeDrawingId'>,
): SheetCopy {
  return copySheet(source.pieces(part), {
    cells: cellsOf(notes),
    markedStyle: styles.marked,
    freeDrawingId,
    relationships: plan.dialect.relationships,
  })
}

/** A sheet that has no rows (a chart, a dialog), no longer the open one. */
async function* closedSheet(source: SourcePackage, name: string): AsyncGenerator<string> {
  yield editedHead(await source.text(name), null)
}

/** Comments, their boxes and the relationships that lead to both. */
async function* notesParts(
  { source, plan }: Context,
  sheet: SheetPlan,
  { layout, drawingId }: CopiedSheet,
): AsyncGenerator<ZipPart> {
  const { comments } = sheet
  const held = comments.isNew ? noComments(plan.dialect.main) : await source.text(comments.part)
  const { xml, added, joined } = inPart(source, comments.part, () => withNotes(held, sheet.notes))
  const own = sheet.drawings.find(({ id }) => id === drawingId)
  const drawing = own?.part ?? sheet.freeDrawing.part
  const isHeld = source.find(drawing) !== null
  const vml = isHeld ? await source.text(drawing) : noShapes(sheet.freeDrawing.block)
  yield { name: comments.part, content: xml }
  const boxes = inPart(source, drawing, () => withBoxes(vml, added, layout))
  yield { name: drawing, content: withGrownBoxes(boxes, joined) }
  for (const { part } of sheet.drawings) {
    if (part !== drawing && source.find(part)) yield { name: part, content: source.bytes(part) }
  }
  const relationships = {
    comments: comments.isNew,
    drawing: own ? null : { id: drawingId, part: drawing },
  }
  yield { name: sheet.relationships.part, content: sheetRelationships(plan, sheet, relationships) }
}

function sheetRelationships(
  { dialect }: MarkPlan,
  { relationships, comments, commentsId }: SheetPlan,
  added: { comments: boolean; drawing: { id: string; part: string } | null },
): string {
  let text = relationships.text
  if (added.comments) {
    const type = `${dialect.relationships}/comments`
    text = withRelationship(text, { id: commentsId, type, part: comments.part })
  }
  if (added.drawing) {
    const type = `${dialect.relationships}/vmlDrawing`
    text = withRelationship(text, { ...added.drawing, type })
  }
  return text
}

function* summaryXml({ plan, styles }: Context, content: SheetContent): Generator<string> {
  const rows = rowCursor(content.rows)
  const { firstFormat } = styles
  yield* sheetXml({ content, rows, firstFormat, selected: true, mainNamespace: plan.dialect.main })
  if (rows.take() !== null) throw new RangeError('the summary is longer than a sheet')
}
