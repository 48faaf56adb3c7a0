import { describe, expect, it } from 'vitest'
import { xmlFault } from '../../../test/support/workbook-parts.ts'
import { childElements, rootElement } from '../mark/mark-xml.ts'
import { attribute } from '../mark/mark-xml-attribute.ts'
import { FORMATS } from './xlsx-style.ts'
import { openStyleSheet } from './xlsx-style-sheet.ts'

const HELD =
  '<styleSheet xmlns="m"><numFmts count="1"><numFmt numFmtId="200" formatCode="0"/></numFmts><fonts count="2"><font><sz val="9"/><name val="Arial"/><scheme val="minor"/></font><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf fontId="0"/><xf fontId="1" fillId="1" applyFill="0"><protection locked="0"/></xf></cellXfs><dxfs count="1"><dxf><font/></dxf></dxfs><extLst/></styleSheet>'

function sections(xml: string): Map<string, string[]> {
  const root = rootElement(xml)
  return new Map(
    childElements(xml, root).map((section) => [
      section.local,
      childElements(xml, section).map(({ start, end }) => xml.slice(start, end)),
    ]),
  )
}

describe('openStyleSheet', () => {
  it('keeps what the style sheet holds under its numbers and counts what it adds', () => {
    const styles = openStyleSheet(HELD, 'm')
    styles.marked(1)
    const xml = styles.toXml()
    const [before, after] = [sections(HELD), sections(xml)]

    for (const [name, items] of before)
      expect(after.get(name)?.slice(0, items.length)).toEqual(items)
    for (const section of childElements(xml, rootElement(xml))) {
      const count = attribute(section.tag, 'count')
      if (count !== null)
        expect([section.local, count]).toEqual([
          section.local,
          String(after.get(section.local)?.length),
        ])
    }
    expect([...after.keys()]).toEqual([
      'numFmts',
      'fonts',
      'fills',
      'borders',
      'cellStyleXfs',
      'cellXfs',
      'dxfs',
      'extLst',
    ])
    expect(after.get('numFmts')?.[1]).toContain('numFmtId="201"')
    expect(after.get('cellXfs')).toHaveLength(2 + FORMATS.length + 1)
    expect(styles.firstFormat).toBe(2)
    expect(xmlFault(xml)).toBeNull()
  })

  it('marks a format by its fill alone, once for each format', () => {
    const styles = openStyleSheet(HELD, 'm')
    const first = styles.marked(1)
    expect(styles.marked(1)).toBe(first)
    expect(styles.marked(0)).toBe(first + 1)
    const formats = sections(styles.toXml()).get('cellXfs')
    expect(formats?.[first]).toMatch(
      /^<xf fontId="1" fillId="\d+" applyFill="1"><protection locked="0"\/><\/xf>$/,
    )
  })

  it("writes in the workbook's own letter", () => {
    const fonts = sections(openStyleSheet(HELD, 'm').toXml()).get('fonts')
    expect(fonts?.[2]).toBe(
      '<font><b/><sz val="9"/><name val="Arial"/><scheme val="minor"/></font>',
    )
  })

  it('makes a style sheet where there is none, and takes a format that is missing for the first', () => {
    const styles = openStyleSheet('', 'm')
    styles.marked(999)
    expect(xmlFault(styles.toXml())).toBeNull()
    expect(sections(styles.toXml()).get('cellXfs')?.at(-1)).toMatch(/^<xf numFmtId="0" fontId="0"/)
  })
})
