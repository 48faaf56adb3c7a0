import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAppError } from '../../lib/errors.ts'
import { attribute } from './xml-attributes.ts'
import { createXmlScanner } from './xml-scanner.ts'

const source = { file: 'a.xlsx', part: 'p.xml' }

function scan(xml: string, chunkBytes = 1000): string[] {
  const told: string[] = []
  let text = ''
  const flush = () => {
    if (text !== '') told.push(`"${text}"`)
    text = ''
  }
  const handler = {
    open(tag: Parameters<typeof attribute>[0], depth: number) {
      flush()
      const value = attribute(tag, 'a', source)
      told.push(`<${tag.name}${value === null ? '' : ` a=${value}`} ${depth}`)
    },
    close(name: string, depth: number) {
      flush()
      told.push(`>${name} ${depth}`)
    },
    text(read: () => string) {
      text += read()
    },
  }
  const scanner = createXmlScanner({ source, handler, mostTokenBytes: 200 })
  const bytes = Buffer.from(xml)
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    scanner.feed(bytes.subarray(at, at + chunkBytes))
  }
  scanner.end()
  return told
}

function faultOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (isAppError(error, 'workbook.corrupt')) return error.details.reason
    if (isAppError(error, 'workbook.too-large')) return error.details.what
    throw error
  }
  return 'none'
}

const SAMPLE = `<?xml version="1.0"?><!-- > <b> --><x:r><x:c a='1>"2' b="&lt;"/>a&amp;ñ<![CDATA[<&]]>😀
<d a="&#241;" ></d ></x:r>`
const TOLD = ['<r 1', '<c a=1>"2 2', '>c 2', '"a&ñ<&😀\n"', '<d a=ñ 2', '>d 2', '>r 1']

describe('createXmlScanner', () => {
  it('tells tags without prefix, text, entities and CDATA', () => {
    expect(scan(SAMPLE)).toEqual(TOLD)
  })

  it('tells the same wherever the bytes are cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (chunkBytes) => {
        expect(scan(SAMPLE, chunkBytes)).toEqual(TOLD)
      }),
    )
  })

  it('reads line ends as line feeds', () => {
    expect(scan('<a>x\r\ny\rz&#13;</a>')).toEqual(['<a 1', '"x\ny\nz\r"', '>a 1'])
  })

  it.each([
    ['<a><b></a>', 'ends-early'],
    ['<a', 'ends-early'],
    ['<a/></b>', 'closes-nothing: b'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'document-type'],
    ['<a>&b;</a>', 'unknown-entity: &b;'],
    ['<a>&#0;</a>', 'unknown-entity: &#0;'],
    ['<a>&#x110000;</a>', 'unknown-entity: &#x110000;'],
    ['<a>b & c</a>', 'unknown-entity: & c'],
  ])('refuses %s', (xml, reason) => {
    expect(faultOf(() => scan(xml))).toBe(reason)
  })

  it.each([
    `<a>${'x'.repeat(500)}</a>`,
    `<a b="${'x'.repeat(500)}"/>`,
    `<!--${'x'.repeat(500)}-->`,
  ])('holds no token longer than its limit', (xml) => {
    expect(faultOf(() => scan(xml, 50))).toBe('cell-characters')
  })
})
