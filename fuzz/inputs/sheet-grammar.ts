import fc from 'fast-check'
import type { Chance } from '../../demo/chance.ts'
import { escapeXml, sheetXml } from '../../test/support/xlsx-parts.ts'
import { sample } from './sample.ts'
import { ODD_TEXTS } from './words.ts'

const letters = fc.constantFrom('A', 'B', 'Z', 'AA', 'XFD', 'XFE', 'ZZZZZZ', '', 'a', '$A')
const rowNumber = fc.constantFrom(
  '1',
  '2',
  '3',
  '1048576',
  '1048577',
  '0',
  '-1',
  '99999999999',
  'x',
)
const reference = fc.option(fc.tuple(letters, rowNumber).map((both) => both.join('')))
const type = fc.option(fc.constantFrom('s', 'str', 'inlineStr', 'b', 'e', 'n', 'd', '', 'zz'))
const style = fc.option(fc.constantFrom('0', '1', '2', '99999', '-1', 'x', '1.5'))
const text = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: 'binary' })).map(escapeXml)
const number = fc.oneof(
  fc.double().map(String),
  fc.integer().map(String),
  fc.constantFrom('45000', '0.5', '60', '61', '1e308', '1E+400', '-1', '', ' 1 ', '1,5'),
)
const content = fc.oneof(
  fc.oneof(text, number).map((value) => `<v>${value}</v>`),
  text.map((value) => `<is><t xml:space="preserve">${value}</t></is>`),
  text.map((value) => `<is><r><rPr/><t>${value}</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is>`),
  fc
    .tuple(text, number)
    .map(([formula, value]) => `<f t="shared" si="0">${formula}</f><v>${value}</v>`),
  fc.constant(''),
)
const cell = fc.tuple(reference, type, style, content).map(([r, t, s, inside]) => {
  const attributes = Object.entries({ r, t, s }).flatMap(([name, value]) =>
    value === null ? [] : [` ${name}="${value}"`],
  )
  return `<c${attributes.join('')}>${inside}</c>`
})
const row = fc
  .tuple(fc.option(rowNumber), fc.array(cell, { maxLength: 12 }))
  .map(([r, cells]) => `<row${r === null ? '' : ` r="${r}"`}>${cells.join('')}</row>`)
const merge = fc
  .tuple(reference, reference)
  .map(([one, other]) => `<mergeCell ref="${one}:${other}"/>`)
const sheet = fc
  .tuple(fc.array(row, { maxLength: 12 }), fc.array(merge, { maxLength: 4 }))
  .map(([rows, merges]) => sheetXml(rows.join(''), `<mergeCells>${merges.join('')}</mergeCells>`))

/** The XML of a sheet with odd addresses, types, styles and values. */
export function sheetPart(chance: Chance): string {
  return sample(sheet, chance)
}
