import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cellText } from '../../src/workbook/cell.ts'
import { openWorkbook } from '../../src/workbook/open-workbook.ts'
import { csvCorpus } from '../inputs/book-files.ts'
import { damaged } from '../inputs/damage.ts'
import { damagedWorkbooks } from '../inputs/damaged-workbook.ts'
import { sample } from '../inputs/sample.ts'
import { tableGrammar } from '../inputs/table-grammar.ts'
import { Broken, type OpenFunction } from '../target.ts'
import { endingOf } from './ending.ts'

/** Every cell of every sheet of a workbook: xlsx with its zip structure and its XML, or delimited text. */
export const openWorkbooks: OpenFunction = async ({ folder }) => {
  const xlsx = await damagedWorkbooks(folder)
  const texts = csvCorpus()
  const file = join(folder, 'workbook')
  return {
    make: (chance) => {
      if (chance.happens(0.7)) return xlsx.make(chance)
      return chance.happens(0.5) ? sample(tableGrammar, chance) : damaged(texts, chance)
    },
    async run(input) {
      await writeFile(file, input)
      return endingOf(() => readEverything(file))
    },
    close: async () => {},
  }
}

async function readEverything(file: string): Promise<string> {
  const workbook = await openWorkbook(file)
  try {
    for (const sheet of workbook.sheets) {
      let last = 0
      for await (const batch of sheet.rows()) {
        for (const { number, cells } of batch) {
          if (number <= last) throw new Broken(`row ${number} after row ${last}`)
          last = number
          for (const cell of cells) if (cell) cellText(cell)
        }
      }
      sheet.merges()
    }
    return `${workbook.format} read`
  } finally {
    await workbook.close()
  }
}
