import { MAIN_NAMESPACE } from './write-sheet.ts'
import { xmlAttribute } from './write-text.ts'
import type { ZipPart } from './write-zip.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
export const OFFICE_RELATIONSHIPS = `${OFFICE}/relationships`
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const PROPERTY_TYPES = 'application/vnd.openxmlformats'

/** Name of the part that holds sheet `number`, counted from 1. */
export function sheetPartName(number: number): string {
  return `xl/worksheets/sheet${number}.xml`
}

/** The parts of a workbook that do not depend on how many sheets it has. */
export function leadingParts(styles: string): ZipPart[] {
  return [
    { name: '_rels/.rels', content: PACKAGE_RELATIONSHIPS },
    { name: 'docProps/core.xml', content: CORE_PROPERTIES },
    { name: 'docProps/app.xml', content: APPLICATION_PROPERTIES },
    { name: 'xl/styles.xml', content: styles },
  ]
}

/** A sheet as the workbook lists it. */
export interface WrittenSheet {
  readonly name: string
  /** Row that is printed on top of each page; 0 for none. */
  readonly headerRow: number
}

/** The parts that list the sheets, and by `extra` the content types of further parts. */
export function closingParts(sheets: readonly WrittenSheet[], extra = ''): ZipPart[] {
  return [
    { name: 'xl/workbook.xml', content: workbookXml(sheets) },
    { name: 'xl/_rels/workbook.xml.rels', content: workbookRelationships(sheets.length) },
    { name: '[Content_Types].xml', content: contentTypes(sheets.length, extra) },
  ]
}

const PACKAGE_RELATIONSHIPS = relationships([
  relationship(1, `${OFFICE_RELATIONSHIPS}/officeDocument`, 'xl/workbook.xml'),
  relationship(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  relationship(3, `${OFFICE_RELATIONSHIPS}/extended-properties`, 'docProps/app.xml'),
])

const CORE_PROPERTIES = `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Muster</dc:creator></cp:coreProperties>`

const APPLICATION_PROPERTIES = `${DECLARATION}<Properties xmlns="${OFFICE}/extended-properties"><Application>Muster</Application></Properties>`

function workbookXml(written: readonly WrittenSheet[]): string {
  const sheets = written.map(
    ({ name }, index) =>
      `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${DECLARATION}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_RELATIONSHIPS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets>${printTitles(written)}</workbook>`
}

function printTitles(sheets: readonly WrittenSheet[]): string {
  const names = sheets.map(({ name, headerRow }, index) => {
    if (headerRow === 0) return ''
    const rows = `'${name.replaceAll("'", "''")}'!$${headerRow}:$${headerRow}`
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlAttribute(rows)}</definedName>`
  })
  const defined = names.join('')
  return defined === '' ? '' : `<definedNames>${defined}</definedNames>`
}

function workbookRelationships(sheetCount: number): string {
  const sheets = sheetNumbers(sheetCount).map((number) =>
    relationship(number, `${OFFICE_RELATIONSHIPS}/worksheet`, `worksheets/sheet${number}.xml`),
  )
  const styles = relationship(sheetCount + 1, `${OFFICE_RELATIONSHIPS}/styles`, 'styles.xml')
  return relationships([...sheets, styles])
}

function contentTypes(sheetCount: number, extra: string): string {
  const sheets = sheetNumbers(sheetCount).map((number) =>
    override(sheetPartName(number), `${SHEET_TYPES}.worksheet+xml`),
  )
  const others = [
    override('xl/workbook.xml', `${SHEET_TYPES}.sheet.main+xml`),
    override('xl/styles.xml', `${SHEET_TYPES}.styles+xml`),
    override('docProps/core.xml', `${PROPERTY_TYPES}-package.core-properties+xml`),
    override('docProps/app.xml', `${PROPERTY_TYPES}-officedocument.extended-properties+xml`),
  ]
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${PROPERTY_TYPES}-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${others.join('')}${sheets.join('')}${extra}</Types>`
}

function sheetNumbers(count: number): number[] {
  return Array.from({ length: count }, (_hole, index) => index + 1)
}

function override(part: string, type: string): string {
  return `<Override PartName="/${part}" ContentType="${type}"/>`
}

function relationship(number: number, type: string, target: string): string {
  return `<Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`
}

function relationships(items: readonly string[]): string {
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}
