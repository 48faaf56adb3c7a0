import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureOf, readRows, rowTexts } from '../../test/support/read-cells.ts'
import { temporaryFolder, workbookParts, writeParts } from '../../test/support/xlsx-parts.ts'
import { openWorkbook } from './open-workbook.ts'
import { DEFAULT_LIMITS } from './workbook-limits.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

async function write(name: string, content: string | Buffer): Promise<string> {
  await writeFile(folder.path(name), content)
  return folder.path(name)
}
const lookOf = async (name: string, content: string | Buffer) =>
  failureOf(openWorkbook(await write(name, content)))
const ROW = '<row><c t="inlineStr"><is><t>a;b</t></is></c></row>'

/** An OLE file with one directory entry of the given name. */
function oleFile(name: string): Buffer {
  const bytes = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  const entry = Buffer.from(`${name}\0`, 'utf16le')
  entry.copy(bytes, 512 + 128)
  bytes.writeUInt16LE(entry.length, 512 + 128 + 64)
  return bytes
}

describe('openWorkbook', () => {
  it('reads a workbook for what it is, whatever its name says', async () => {
    for (const name of ['book.csv', 'book.xls', 'book']) {
      const file = await writeParts(folder.path(name), workbookParts(ROW))
      expect(rowTexts(await readRows(file))).toEqual([[1, 'a;b']])
    }
    const text = await write('text.xlsx', 'a;b\n1;2\n')
    expect(rowTexts(await readRows(text))).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ])
  })

  it('tells size and SHA-256 of the file as it was read', async () => {
    const file = await write('hash.csv', 'a,b\n')
    const workbook = await openWorkbook(file)
    await workbook.close()
    const hash = createHash('sha256').update('a,b\n').digest('hex')
    expect(workbook).toMatchObject({ file, format: 'csv', bytes: 4, hash, date1904: false })
    expect(workbook.sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
      { name: 'hash', hidden: false },
    ])
  })

  it('names what stands in the folder when the file is missing', async () => {
    await mkdir(folder.path('some/inner'), { recursive: true })
    for (let i = 10; i < 40; i++) await write(`some/${i}.xlsx`, '')
    const failure = await failureOf(openWorkbook(folder.path('some/AR01.xlsx')))
    const inFolder = Array.from({ length: 20 }, (_, i) => `${i + 10}.xlsx`)
    expect(failure.code).toBe('workbook.not-found')
    expect(failure.details).toEqual({ file: folder.path('some/AR01.xlsx'), inFolder })
  })

  it('says so when the folder is missing too', async () => {
    const failure = await failureOf(openWorkbook(folder.path('nowhere/AR01.xlsx')))
    expect(failure.details).toMatchObject({ inFolder: [] })
  })

  it('refuses a folder', async () => {
    expect((await failureOf(openWorkbook(folder.path('.')))).code).toBe('workbook.unreadable')
  })

  it.each([
    ['empty.xlsx', '', 'empty-file'],
    ['doc.xlsx', '%PDF-1.7\n%\u00e2', 'PDF'],
    ['page.xls', '\ufeff\n <!DOCTYPE html><html><table>', 'HTML'],
    ['table.xls', '<table><tr><td>1</td></tr></table>', 'HTML'],
    ['book.xls', '<?xml version="1.0"?><Workbook xmlns="urn:s">', 'XML'],
    ['picture.csv', Buffer.from('89504e470d0a1a0a', 'hex'), 'PNG'],
    ['bytes.csv', Buffer.from([1, 0, 2, 3, 4]), 'binary'],
    ['control.csv', Buffer.from([1, 2, 3, 4, 65]), 'binary'],
  ])('says what %s looks like', async (name, content, looksLike) => {
    const failure = await lookOf(name, content)
    expect(failure.code).toBe('workbook.not-a-workbook')
    expect(failure.details).toMatchObject({ looksLike })
  })

  it.each([
    ['word/document.xml', 'Word (.docx)'],
    ['ppt/presentation.xml', 'PowerPoint (.pptx)'],
    ['META-INF/manifest.xml', 'OpenDocument (.ods)'],
    ['xl/workbook.bin', 'Excel binary (.xlsb)'],
    ['readme.txt', 'ZIP'],
  ])('says what a zip file with %s looks like', async (part, looksLike) => {
    const file = await writeParts(folder.path('other.xlsx'), { [part]: 'x' })
    const failure = await failureOf(openWorkbook(file))
    expect(failure.code).toBe('workbook.not-a-workbook')
    expect(failure.details).toMatchObject({ looksLike })
  })

  it('tells an encrypted workbook from one of the years before 2007', async () => {
    expect((await lookOf('secret.xlsx', oleFile('EncryptedPackage'))).code).toBe(
      'workbook.encrypted',
    )
    expect((await lookOf('old.xlsx', oleFile('Workbook'))).code).toBe('workbook.legacy-xls')
  })

  it('refuses a file larger than its limit', async () => {
    const file = await write('large.csv', 'a,b\n')
    const failure = await failureOf(openWorkbook(file, { ...DEFAULT_LIMITS, fileBytes: 3 }))
    expect(failure.code).toBe('workbook.too-large')
    expect(failure.details).toMatchObject({ what: 'file-bytes', found: 4, limit: 3 })
  })
})
