import { childElements, splice } from './mark-xml.ts'
import { prefixedAttribute } from './mark-xml-attribute.ts'

/** What may stand between a sheet's rows and its `legacyDrawing`, which holds the boxes of comments. */
const BEFORE_DRAWING = new Set([
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
])

export interface TailWithDrawing {
  readonly text: string
  /** Id of the relationship that leads to the drawing. */
  readonly drawingId: string
}

/** What stands after a sheet's rows, with a legacy drawing: its own, or a new one under `id`. */
export function withDrawing(
  tail: string,
  { id, prefix, relationships }: { id: string; prefix: string; relationships: string },
): TailWithDrawing {
  const children = childElements(tail, { contentStart: 0, contentEnd: tail.lastIndexOf('</') })
  const own = children.find((child) => child.local === 'legacyDrawing')
  const ownId = own && prefixedAttribute(own.tag, 'id')?.value
  if (ownId) return { text: tail, drawingId: ownId }
  const at = children.findLast((child) => BEFORE_DRAWING.has(child.local))?.end ?? 0
  const drawing = `<${prefix}legacyDrawing xmlns:r="${relationships}" r:id="${id}"/>`
  return { text: splice(tail, { start: at, end: at }, drawing), drawingId: id }
}
