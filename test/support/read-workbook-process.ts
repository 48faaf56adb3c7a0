import { AppError } from '../../src/lib/errors.ts'
import { openWorkbook } from '../../src/workbook/open-workbook.ts'

/** Run as a program: reads every sheet of a workbook and prints what came of it and the memory it took. */
const [file = ''] = process.argv.slice(2)
let cells = 0
let outcome = 'read'
try {
  const workbook = await openWorkbook(file)
  for (const sheet of workbook.sheets) {
    for await (const rows of sheet.rows()) {
      for (const row of rows) cells += row.cells.filter((cell) => cell !== undefined).length
    }
  }
  await workbook.close()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  outcome = `${error.code} ${JSON.stringify({ ...error.details, file: null })}`
}
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify({ outcome, cells, megabytes }))
