import { describe, expect, it } from 'vitest'
import {
  attribute,
  prefixedAttribute,
  unescapeXml,
  withAttribute,
  withoutAttribute,
} from './mark-xml-attribute.ts'

const TAG = `<x:c r="A1" t='s' x:s="no" note="a > r='B2' &amp; b"/>`

describe('attribute', () => {
  it('finds a name as it is written and not inside another value', () => {
    expect(attribute(TAG, 'r')).toBe('A1')
    expect(attribute(TAG, 't')).toBe('s')
    expect(attribute(TAG, 's')).toBeNull()
    expect(attribute(TAG, 'note')).toBe("a > r='B2' & b")
  })
})

describe('prefixedAttribute', () => {
  it('finds a name under any prefix but not a declaration', () => {
    const tag = '<sheet xmlns:id="urn" id="1" rel:id="rId4"/>'
    expect(prefixedAttribute(tag, 'id')).toMatchObject({ name: 'rel:id', value: 'rId4' })
  })
})

describe('withAttribute', () => {
  it.each([
    ['<c r="A1"/>', '<c r="A1" s="5"/>'],
    ['<c r="A1" >', '<c r="A1" s="5">'],
    ["<c s = '1' r='A1'/>", `<c s="5" r='A1'/>`],
    ['<c/>', '<c s="5"/>'],
  ])('sets it in %s', (tag, expected) => {
    expect(withAttribute(tag, 's', 5)).toBe(expected)
  })
})

describe('withoutAttribute', () => {
  it('leaves the rest of the tag as it is', () => {
    expect(withoutAttribute('<row r="1" spans="1:3" ht="5">', 'spans')).toBe('<row r="1" ht="5">')
    expect(withoutAttribute('<row r="1"/>', 'spans')).toBe('<row r="1"/>')
  })
})

describe('unescapeXml', () => {
  it('resolves named and numbered entities, none twice', () => {
    expect(unescapeXml('&lt;&#65;&#x1F600;&amp;lt;&quot;&apos;')).toBe('<A😀&lt;"\'')
    expect(unescapeXml('&#x110000;&#9999999999;')).toBe('\ufffd\ufffd')
  })
})
