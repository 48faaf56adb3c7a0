import { Readable } from 'node:stream'
import { type Parts, sharedStringsXml, stylesXml, workbookParts } from './xlsx-parts.ts'

const COLUMNS = 'ABCDEFGHIJKL'

/** A workbook of 12 columns as offices keep them: texts, numbers, dates, formulas, truth values. */
export function largeWorkbookParts(rows: number): Parts {
  const texts = ['Descripción', 'Edificio 4', 'Ñandú &amp; hijos', 'Sí', 'No'].map(
    (text) => `<t>${text}</t>`,
  )
  for (let row = 0; row < rows; row++) texts.push(`<t>06_123_${String(row).padStart(6, '0')}</t>`)
  return {
    ...workbookParts(''),
    'xl/sharedStrings.xml': sharedStringsXml(texts),
    'xl/styles.xml': stylesXml([0, 14, '000000']),
    'xl/worksheets/sheet1.xml': Readable.from(sheetPieces(rows)),
  }
}

function* sheetPieces(rows: number): Generator<Buffer> {
  yield Buffer.from('<worksheet><sheetData>')
  for (let from = 0; from < rows; from += 100) {
    const numbers = Array.from({ length: Math.min(100, rows - from) }, (_, i) => from + i)
    yield Buffer.from(numbers.map(rowXml).join(''))
  }
  yield Buffer.from('</sheetData></worksheet>')
}

function rowXml(index: number): string {
  const row = index + 1
  const cells = [
    `t="s"><v>${index + 5}</v>`,
    `t="s"><v>${index % 5}</v>`,
    `><v>${180_000 + index}</v>`,
    `s="2"><v>${index % 4000}</v>`,
    `><v>${index / 8 + 0.01}</v>`,
    `s="1"><v>${40_000 + (index % 5000)}</v>`,
    `s="1"><v>${40_000.25 + (index % 5000)}</v>`,
    `><f>C${row}*2</f><v>${(180_000 + index) * 2}</v>`,
    `t="str"><f>UPPER(B${row})</f><v>TEXTO ${index}</v>`,
    `t="b"><v>${index % 2}</v>`,
    `t="inlineStr"><is><t>00${index}</t></is>`,
    `t="s"><v>${(index + 2) % 5}</v>`,
  ]
  const xml = cells.map((cell, column) => `<c r="${COLUMNS[column]}${row}" ${cell}</c>`)
  return `<row r="${row}" spans="1:12">${xml.join('')}</row>`
}
