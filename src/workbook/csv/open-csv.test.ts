import { writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureOf, readRows, rowTexts } from '../../../test/support/read-cells.ts'
import { temporaryFolder } from '../../../test/support/xlsx-parts.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

async function write(content: string | Buffer): Promise<string> {
  await writeFile(folder.path('datos.csv'), content)
  return folder.path('datos.csv')
}
const textsOf = async (content: string | Buffer) => rowTexts(await readRows(await write(content)))
const failureWith = async (content: string | Buffer, limits = {}) =>
  failureOf(readRows(await write(content), 0, limits))

describe('rows of a csv file', () => {
  it('are texts and nothing else', async () => {
    const [row] = await readRows(await write('001234,1.5E3,,2026-01-31,"TRUE"\n'))
    expect(row?.cells).toEqual([
      { kind: 'text', text: '001234' },
      { kind: 'text', text: '1.5E3' },
      undefined,
      { kind: 'text', text: '2026-01-31' },
      { kind: 'text', text: 'TRUE' },
    ])
  })

  it('have the number of the line they start in', async () => {
    const text = 'a,b\r\n\r\n"one\r\ntwo\nthree",c\r\nd,"e ""quoted"""\n\nf,g'
    expect(await textsOf(text)).toEqual([
      [1, 'a', 'b'],
      [2],
      [3, 'one\r\ntwo\nthree', 'c'],
      [6, 'd', 'e "quoted"'],
      [7],
      [8, 'f', 'g'],
    ])
  })

  it('are read as they are when they differ in length', async () => {
    expect(await textsOf('a;b;c\n1\n1;2;3;4;5\n')).toEqual([
      [1, 'a', 'b', 'c'],
      [2, '1'],
      [3, '1', '2', '3', '4', '5'],
    ])
  })

  it('may be read again', async () => {
    const file = await write('a;b\n')
    expect(await readRows(file)).toEqual(await readRows(file))
  })

  it('come back as they were written, whatever stands in them', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'Ñ', '😀', '"', ',', ';', '\n', '\r\n', ' ', '0'),
    })
    const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom('\n', '\r\n'), async (rows, lineEnd) => {
        const text = rows.map((row) => row.map(quoted).join(';')).join(lineEnd)
        const found = await readRows(await write(text))
        const cells = found.map((row, i) =>
          rows[i]?.map((_, column) => {
            const cell = row.cells[column]
            return cell?.kind === 'text' ? cell.text : ''
          }),
        )
        expect(cells).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the encoding of a csv file', () => {
  const text = 'Código;Descripción\n1;Ñandú “€”\n'
  const found = [
    [1, 'Código', 'Descripción'],
    [2, '1', 'Ñandú “€”'],
  ]
  const windows = Buffer.from(
    text.replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('€', '\x80'),
    'latin1',
  )
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian', utf16],
    ['UTF-16 big-endian', Buffer.from(utf16).swap16()],
    ['Windows-1252', windows],
  ])('is found: %s', async (_, bytes) => {
    expect(await textsOf(bytes)).toEqual(found)
  })

  it('is found where the first accent stands late in a large file', async () => {
    const lines = Array.from({ length: 200_000 }, (_, i) => `${i};plain`).join('\n')
    const rows = await readRows(await write(Buffer.concat([Buffer.from(`${lines}\n`), windows])))
    expect(rows.at(-1)?.cells[1]).toEqual({ kind: 'text', text: 'Ñandú “€”' })
    const utf8 = await readRows(await write(`${lines}\n${'Ñ;😀\n'.repeat(100_000)}`))
    expect(utf8.at(-1)?.cells).toEqual(['Ñ', '😀'].map((text) => ({ kind: 'text', text })))
  })

  it('is not guessed when UTF-8 is broken in places', async () => {
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xc3]), Buffer.from(`;${text}`)])
    const failure = await failureWith(broken)
    expect(failure.code).toBe('workbook.undecodable')
    expect(failure.details).toMatchObject({ encoding: 'UTF-8', place: 'line: 3' })
  })

  it('is not guessed when a byte stands for nothing', async () => {
    const failure = await failureWith(Buffer.from('a;b\nc;\x81\n', 'latin1'))
    expect(failure.details).toMatchObject({ encoding: 'Windows-1252', place: 'line: 2' })
  })

  it('is refused when UTF-16 ends in half a character', async () => {
    expect((await failureWith(utf16.subarray(0, -1))).code).toBe('workbook.undecodable')
  })
})

describe('a csv file', () => {
  it('says by its first line what its delimiter is', async () => {
    expect(await textsOf('sep=|\r\na,b|c,d\r\n')).toEqual([[2, 'a,b', 'c,d']])
  })

  it('is refused when a quote is never closed', async () => {
    const failure = await failureWith('a,b\n1,2\n3,"4\n5,6\n7,8\n')
    expect(failure.code).toBe('workbook.corrupt')
    expect(failure.details).toMatchObject({ part: 'line: 3' })
  })

  it('is refused at the line of a quote that is never closed, however much follows', async () => {
    const text = `a,b\n1,"2\n${'5,6\n'.repeat(1000)}`
    const failure = await failureWith(text, { rowCharacters: 100 })
    expect(failure.code).toBe('workbook.corrupt')
    expect(failure.details).toMatchObject({ part: 'line: 2' })
  })

  it.each(['a,b\n5" disk,c\n', 'a,b\n"x"y,c\n'])(
    'is refused when a quote is not doubled',
    async (text) => {
      const failure = await failureWith(text)
      expect(failure.code).toBe('workbook.corrupt')
      expect(failure.details).toMatchObject({ part: 'line: 2' })
    },
  )

  it.each([
    [{ rowCharacters: 10 }, 'row-characters'],
    [{ cellCharacters: 4 }, 'cell-characters'],
    [{ cells: 3 }, 'cells'],
  ])('is refused beyond the limit %o', async (limits, what) => {
    const failure = await failureWith(`a,b\n${'12345,'.repeat(10)}\n`, limits)
    expect(failure.code).toBe('workbook.too-large')
    expect(failure.details).toMatchObject({ what })
  })

  it('is refused for one line without end', async () => {
    const failure = await failureWith('x'.repeat(1_000_000), { rowCharacters: 1000 })
    expect(failure.details).toMatchObject({ what: 'row-characters' })
  })
})
