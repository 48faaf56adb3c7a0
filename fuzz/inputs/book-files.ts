import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import type { SheetContent } from '../../src/workbook/sheet-content.ts'
import { writeWorkbook } from '../../src/workbook/write/write-workbook.ts'
import { filesIn } from './corpus.ts'

/** As many lines of a register as are enough to have every kind of cell. */
const LINES = 60

/** A workbook of daily figures. */
const EVENTS: SheetContent = {
  name: 'Days',
  columns: [{ title: 'time' }, { title: 'value' }, { title: 'metric' }, { title: 'desk' }],
  rows: Array.from({ length: LINES }, (_, at) => [
    at % 2 === 0 ? `2026-01-${(at % 28) + 1}` : new Date(2026, 0, 1 + at),
    at / 8,
    'tickets.opened',
    at % 5 === 0 ? null : 'ñ',
  ]),
}

/** Workbooks as people have them: of the demo estate, and those the sources are tested with. */
export async function xlsxCorpus(folder: string): Promise<readonly Buffer[]> {
  const estate = makeEstate({ seed: 5, computers: 200 })
  const { inbox } = await writeEstate(await mkdtemp(join(folder, 'estate-')), {
    ...estate,
    finance: estate.finance.slice(0, LINES),
    locations: estate.locations.slice(0, LINES),
  })
  await writeWorkbook(join(inbox, 'events.xlsx'), [EVENTS])
  const files = (await readdir(inbox)).map((name) => readFile(join(inbox, name)))
  return [...(await Promise.all(files)), ...filesIn('src/sources', /fixtures.*\.xlsx$/u)]
}

/** Tables of text as other programs export them. */
export function csvCorpus(): readonly Buffer[] {
  return filesIn('src/sources', /fixtures.*\.csv$/u)
}
