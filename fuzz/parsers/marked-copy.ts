import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { markWorkbook } from '../../src/workbook/mark/mark-workbook.ts'
import { openWorkbook } from '../../src/workbook/open-workbook.ts'
import { damagedWorkbooks } from '../inputs/damaged-workbook.ts'
import { Broken, type OpenFunction } from '../target.ts'
import { endingOf } from './ending.ts'

const SUMMARY = { name: 'Summary', columns: [{ title: 'What' }], rows: [['all']] }
/** What is read to see whether the copy is a workbook. */
const READ = 'read'

/** A person's workbook given back with its cells marked: what is written is a workbook, whatever came in. */
export const openMarkedCopies: OpenFunction = async ({ folder }) => {
  const { make } = await damagedWorkbooks(folder)
  const [source, target] = [join(folder, 'source.xlsx'), join(folder, 'marked.xlsx')]
  return {
    make,
    async run(input) {
      await writeFile(source, input)
      await rm(target, { force: true })
      return endingOf(async () => {
        const before = await endingOf(() => readWhole(source))
        const sheet = await firstSheet(source)
        const cells = ['A1', 'C3', 'B12', 'XFD1048576']
        const marks = cells.map((cell) => ({ sheet, cell, comment: 'see <here> & there' }))
        await markWorkbook({ source, target, marks, summary: SUMMARY })
        const after = await endingOf(() => readWhole(target))
        if (before === READ && after !== READ) throw new Broken(`the copy is ${after}`)
        return 'marked'
      })
    },
    close: async () => {},
  }
}

async function firstSheet(file: string): Promise<string> {
  const workbook = await openWorkbook(file)
  await workbook.close()
  return workbook.sheets[0]?.name ?? ''
}

async function readWhole(file: string): Promise<string> {
  const workbook = await openWorkbook(file)
  try {
    for (const sheet of workbook.sheets) for await (const _batch of sheet.rows());
    return READ
  } finally {
    await workbook.close()
  }
}
