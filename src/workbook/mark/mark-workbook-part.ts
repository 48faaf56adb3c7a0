import { xmlAttribute } from '../write/write-text.ts'
import {
  childElements,
  childNamed,
  prefixOf,
  rootElement,
  splice,
  withFirstChild,
  type XmlElement,
} from './mark-xml.ts'
import { attribute, prefixedAttribute, prefixInScope, withAttribute } from './mark-xml-attribute.ts'

/** A sheet as the workbook part lists it. */
export interface ListedSheet {
  readonly name: string
  readonly relationshipId: string
}

export interface NewSheet {
  readonly name: string
  readonly relationshipId: string
}

/** Namespaces of the two dialects that workbooks are written in. */
export interface Dialect {
  readonly main: string
  /** What the types of relationships begin with. */
  readonly relationships: string
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'

/** The dialect of a workbook part: the common one, or the strict one of ISO 29500. */
export function dialectOf(xml: string): Dialect {
  const strict = rootElement(xml).tag.includes(`${STRICT}/spreadsheetml/main`)
  if (strict) {
    return {
      main: `${STRICT}/spreadsheetml/main`,
      relationships: `${STRICT}/officeDocument/relationships`,
    }
  }
  return {
    main: `${TRANSITIONAL}/spreadsheetml/2006/main`,
    relationships: `${TRANSITIONAL}/officeDocument/2006/relationships`,
  }
}

/** The sheets that a workbook part lists, in order. */
export function listedSheets(xml: string): ListedSheet[] {
  return childElements(xml, sheetsElement(xml)).map(({ tag }) => ({
    name: attribute(tag, 'name') ?? '',
    relationshipId: prefixedAttribute(tag, 'id')?.value ?? '',
  }))
}

/** The workbook part with a new first sheet that is open when the workbook is opened. */
export function withFirstSheet(xml: string, sheet: NewSheet, dialect: Dialect): string {
  const shifted = openFirstSheet(shiftLocalNames(xml))
  const sheets = sheetsElement(shifted)
  const listed = childElements(shifted, sheets)
  const ids = listed.map(({ tag }) => Number(attribute(tag, 'sheetId')))
  const name = `${prefixOf(sheets.name)}sheet`
  const prefix = prefixInScope([rootElement(shifted).tag, sheets.tag], dialect.relationships)
  const link = prefix === null ? `xmlns:r="${dialect.relationships}" r:id` : `${prefix}:id`
  const tag = `<${name} name="${xmlAttribute(sheet.name)}" sheetId="${Math.max(0, ...ids) + 1}" ${link}="${xmlAttribute(sheet.relationshipId)}"/>`
  return withFirstChild(shifted, sheets, tag)
}

/** Names that belong to one sheet say which by its position, and each moves on by one. */
function shiftLocalNames(xml: string): string {
  const names = childNamed(xml, rootElement(xml), 'definedNames')
  if (!names) return xml
  return editTags(xml, childElements(xml, names), (tag) => {
    const position = attribute(tag, 'localSheetId')
    return position === null ? tag : withAttribute(tag, 'localSheetId', Number(position) + 1)
  })
}

function openFirstSheet(xml: string): string {
  const views = childNamed(xml, rootElement(xml), 'bookViews')
  if (!views) return xml
  return editTags(xml, childElements(xml, views), (tag) =>
    ['activeTab', 'firstSheet'].reduce(
      (edited, name) => (attribute(tag, name) === null ? edited : withAttribute(edited, name, 0)),
      tag,
    ),
  )
}

/** Edits opening tags from the last to the first, so that places before stay true. */
function editTags(
  xml: string,
  elements: readonly XmlElement[],
  edit: (tag: string) => string,
): string {
  return elements.reduceRight(
    (text, { start, tag }) => splice(text, { start, end: start + tag.length }, edit(tag)),
    xml,
  )
}

function sheetsElement(xml: string): XmlElement {
  const sheets = childNamed(xml, rootElement(xml), 'sheets')
  if (!sheets) throw new SyntaxError('no-sheets')
  return sheets
}
