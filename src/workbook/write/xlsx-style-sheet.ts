import {
  childElements,
  prefixOf,
  rootElement,
  withLastChild,
  withPrefix,
} from '../mark/mark-xml.ts'
import { attribute, withAttribute } from '../mark/mark-xml-attribute.ts'
import { type CellFormat, type FillName, FORMATS, type FontName } from './xlsx-style.ts'

/** A workbook's style sheet with our formats added; what it held keeps its numbers. */
export interface StyleSheet {
  /** Where `FORMATS` begin among the cell formats. */
  readonly firstFormat: number
  /** The cell format that is `base` with the fill of a marked cell. */
  marked(base: number): number
  toXml(): string
}

const SECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const
type Section = (typeof SECTIONS)[number]
/** The least that each section must hold before ours follows. */
const LEAST: Record<Section, readonly string[]> = {
  numFmts: [],
  fonts: ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
}
const NORMAL_STYLE =
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
const FONTS: Record<Exclude<FontName, 'plain'>, FontLook> = {
  bold: { bold: true },
  title: { bold: true, size: 14 },
  bad: { color: 'FF9C0006' },
  good: { color: 'FF006100' },
  muted: { color: 'FF7F7F7F' },
}
const FILLS: Record<FillName, string> = { header: 'FFDCE6F1', bad: 'FFFFC7CE', good: 'FFC6EFCE' }
const TEXT_NUMBER_FORMAT = 49
const FIRST_OWN_NUMBER_FORMAT = 164

interface FontLook {
  readonly bold?: boolean
  readonly size?: number
  readonly color?: string
}

/** Adds our formats to a style sheet; without one, to the least that a workbook can have. */
export function openStyleSheet(xml: string, mainNamespace: string): StyleSheet {
  const held =
    xml === '' ? `<styleSheet xmlns="${mainNamespace}">${NORMAL_STYLE}</styleSheet>` : xml
  const sections = readSections(held)
  const dateFormat = addDateFormat(sections.numFmts)
  const fontIds = addFonts(sections.fonts)
  const fillIds = addFills(sections.fills)
  const firstFormat = sections.cellXfs.length
  const look = { dateFormat, fontIds, fillIds }
  sections.cellXfs.push(...FORMATS.map((format) => formatXf(format, look)))
  const markedByBase = new Map<number, number>()

  return {
    firstFormat,
    marked(base) {
      const known = markedByBase.get(base)
      if (known !== undefined) return known
      const original = sections.cellXfs[base] ?? sections.cellXfs[0] ?? ''
      sections.cellXfs.push(filledXf(original, fillIds.bad))
      markedByBase.set(base, sections.cellXfs.length - 1)
      return sections.cellXfs.length - 1
    },
    toXml: () => writeSections(held, sections),
  }
}

type Sections = Record<Section, string[]>

/** What each section holds, element by element, padded with the least it must hold. */
function readSections(xml: string): Sections {
  const root = rootElement(xml)
  const children = childElements(xml, root)
  const read = (section: Section): string[] => {
    const element = children.find((child) => child.local === section)
    const items = element ? childElements(xml, element) : []
    const texts = items.map((item) => xml.slice(item.start, item.end))
    return [
      ...texts,
      ...LEAST[section].slice(texts.length).map((item) => withPrefix(item, prefixOf(root.name))),
    ]
  }
  return {
    numFmts: read('numFmts'),
    fonts: read('fonts'),
    fills: read('fills'),
    borders: read('borders'),
    cellStyleXfs: read('cellStyleXfs'),
    cellXfs: read('cellXfs'),
  }
}

/** The style sheet again, with what `sections` gained since at the end of each section. */
function writeSections(xml: string, sections: Sections): string {
  let text = xml
  for (const section of SECTIONS) text = writeSection(text, section, sections[section])
  return text
}

function writeSection(xml: string, section: Section, items: readonly string[]): string {
  const root = rootElement(xml)
  const children = childElements(xml, root)
  const element = children.find((child) => child.local === section)
  if (!element) return insertSection(xml, section, items)
  const added = items.slice(childElements(xml, element).length)
  if (added.length === 0) return xml
  const whole = xml.slice(element.start, element.end)
  const tag = withAttribute(element.tag, 'count', items.length)
  const counted = tag + whole.slice(element.tag.length)
  const grown = withLastChild(
    counted,
    rootElement(counted),
    withPrefix(added.join(''), prefixOf(root.name)),
  )
  return xml.slice(0, element.start) + grown + xml.slice(element.end)
}

function insertSection(xml: string, section: Section, items: readonly string[]): string {
  if (items.length === 0) return xml
  const root = rootElement(xml)
  const earlier: readonly string[] = SECTIONS.slice(0, SECTIONS.indexOf(section))
  const before = childElements(xml, root).findLast((child) => earlier.includes(child.local))
  const bare = `<${section} count="${items.length}">${items.join('')}</${section}>`
  const text = withPrefix(bare, prefixOf(root.name))
  const at = before?.end ?? root.contentStart
  if (root.empty) return withLastChild(xml, root, text)
  return xml.slice(0, at) + text + xml.slice(at)
}

function addDateFormat(numberFormats: string[]): number {
  const ids = numberFormats.map((item) => Number(attribute(tagOf(item), 'numFmtId')))
  const id = Math.max(FIRST_OWN_NUMBER_FORMAT - 1, ...ids) + 1
  numberFormats.push(`<numFmt numFmtId="${id}" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>`)
  return id
}

function addFonts(fonts: string[]): Record<FontName, number> {
  const original = fonts[0] ?? ''
  const add = (look: FontLook) => fonts.push(fontLike(original, look)) - 1
  return {
    plain: 0,
    bold: add(FONTS.bold),
    title: add(FONTS.title),
    bad: add(FONTS.bad),
    good: add(FONTS.good),
    muted: add(FONTS.muted),
  }
}

/** The workbook's own letter, in another weight, size or colour. */
function fontLike(original: string, { bold, size, color }: FontLook): string {
  const items = childElements(original, rootElement(original))
  const own = (local: string) => {
    const item = items.find((child) => child.local === local)
    const value = item && attribute(item.tag, 'val')
    return value ? `${withAttribute(`<${local}/>`, 'val', value)}` : ''
  }
  const sizeXml = size === undefined ? own('sz') : `<sz val="${size}"/>`
  const colorXml = color === undefined ? '' : `<color rgb="${color}"/>`
  const face = own('name') + own('family') + own('charset') + own('scheme')
  return `<font>${bold ? '<b/>' : ''}${sizeXml}${colorXml}${face}</font>`
}

function addFills(fills: string[]): Record<FillName, number> {
  const add = (rgb: string) => fills.push(solidFill(rgb)) - 1
  return { header: add(FILLS.header), bad: add(FILLS.bad), good: add(FILLS.good) }
}

function solidFill(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
}

interface AddedLooks {
  readonly dateFormat: number
  readonly fontIds: Record<FontName, number>
  readonly fillIds: Record<FillName, number>
}

function formatXf(format: CellFormat, { dateFormat, fontIds, fillIds }: AddedLooks): string {
  const numberFormat = { general: 0, text: TEXT_NUMBER_FORMAT, date: dateFormat }[format.shows]
  const fill = format.fill === null ? 0 : fillIds[format.fill]
  const quoted = format.quoted ? ' quotePrefix="1"' : ''
  return `<xf numFmtId="${numberFormat}" fontId="${fontIds[format.font]}" fillId="${fill}" borderId="0" xfId="0"${quoted} applyNumberFormat="1" applyFont="1" applyFill="1"/>`
}

function filledXf(original: string, fill: number): string {
  const tag = tagOf(original)
  const filled = withAttribute(withAttribute(tag, 'fillId', fill), 'applyFill', 1)
  return filled + original.slice(tag.length)
}

function tagOf(item: string): string {
  return rootElement(item).tag
}
