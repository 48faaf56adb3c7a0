import { describe, expect, it } from 'vitest'
import { childElements, nextTag, rootElement, withFirstChild, withLastChild } from './mark-xml.ts'

describe('childElements', () => {
  it('gives the elements directly inside, past comments and character data', () => {
    const xml =
      '<?xml version="1.0"?><!-- <no/> --><a><b><c/></b><![CDATA[<no>]]><x:d e=">"/><!--<no>--></a>'
    const children = childElements(xml, rootElement(xml))
    expect(children.map(({ local }) => local)).toEqual(['b', 'd'])
    expect(children.map(({ start, end }) => xml.slice(start, end))).toEqual([
      '<b><c/></b>',
      '<x:d e=">"/>',
    ])
  })

  it.each(['<a><b></a>', '<a>', '', '<a><!DOCTYPE b></a>'])('refuses %j', (xml) => {
    expect(() => childElements(xml, rootElement(xml))).toThrow(SyntaxError)
  })
})

describe('nextTag', () => {
  it('gives null rather than half a tag, wherever the text is cut', () => {
    const xml = `<c r="a>b" t='>'>`
    for (let length = 0; length < xml.length; length += 1) {
      expect(nextTag(xml.slice(0, length), 0)).toBeNull()
    }
    expect(nextTag(xml, 0)).toMatchObject({ kind: 'open', name: 'c', end: xml.length })
  })
})

describe('withFirstChild and withLastChild', () => {
  it.each([
    ['<a><b/></a>', '<a><new/><b/></a>', '<a><b/><new/></a>'],
    ['<a x="1" />', '<a x="1"><new/></a>', '<a x="1"><new/></a>'],
  ])('add to %s', (xml, first, last) => {
    expect(withFirstChild(xml, rootElement(xml), '<new/>')).toBe(first)
    expect(withLastChild(xml, rootElement(xml), '<new/>')).toBe(last)
  })
})
