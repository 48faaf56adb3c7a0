import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { readXlsx } from 'hucre'
import { beforeEach, describe, expect, it } from 'vitest'
import { delivery } from '../../test/support/report-data.ts'
import { testFolder } from '../../test/support/workbook-parts.ts'
import { SILENT } from '../lib/progress.ts'
import { openWorkbook } from '../workbook/open-workbook.ts'
import { writeWorkbook } from '../workbook/write/write-workbook.ts'
import type { MarkableDelivery } from './input-marks.ts'
import { markInputs } from './mark-inputs.task.ts'

const CONTEXT = { progress: SILENT, language: 'es' } as const

let inbox = ''
let folder = ''

beforeEach(() => {
  inbox = testFolder()
  folder = join(testFolder(), 'marcados')
})

/** Finance's workbook as read: `F3` refused, numbers typed as numbers from `F2` on. */
async function financeDelivery(changed: Partial<MarkableDelivery> = {}): Promise<MarkableDelivery> {
  const origin = join(inbox, 'AR01-1.xlsx')
  await writeWorkbook(origin, [
    {
      name: 'Hoja1',
      columns: ['A', 'B', 'C', 'D', 'E', 'No_Inventario'].map((title) => ({ title })),
      rows: [
        ['1', null, null, null, null, 180_045],
        ['2', null, null, null, null, '=1+1'],
      ],
    },
  ])
  return withHash({
    ...delivery({
      origin,
      rejections: [{ place: 'Hoja1!F3', code: 'formula-without-value', raw: '=1+1' }],
      notes: [
        { code: 'number-typed-as-number', place: 'Hoja1!F2', detail: '11' },
        { code: 'blank-rows', place: 'Hoja1!9', detail: '2' },
      ],
    }),
    ...changed,
  })
}

async function withHash(given: MarkableDelivery): Promise<MarkableDelivery> {
  const workbook = await openWorkbook(given.origin ?? '')
  await workbook.close()
  return { ...given, inputHash: workbook.hash }
}

function marking(...deliveries: MarkableDelivery[]) {
  return markInputs(CONTEXT, { deliveries, folder })
}

/** Rows and comments of each sheet. */
function readBack(file: string) {
  const book = read(readFileSync(file))
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name] ?? {}
    const comments = Object.entries(sheet).flatMap(([address, cell]) =>
      address.startsWith('!') || !cell.c ? [] : [[address, cell.c[0].t]],
    )
    const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1, defval: null })
    return { name, rows, comments: Object.fromEntries(comments) }
  })
}

describe('markInputs', () => {
  it("colours and comments the cells of a person's own workbook, with a list in front", async () => {
    const [marked] = await marking(await financeDelivery())

    expect(marked).toMatchObject({
      source: 'finance-register',
      origin: join(inbox, 'AR01-1.xlsx'),
      file: join(folder, 'AR01-1-marked.xlsx'),
      cells: 2,
    })
    const [list, own] = readBack(marked?.file ?? '')
    expect(list?.name).toBe('Muster')
    expect(list?.rows.slice(2)).toEqual([
      ['Rechazada o anotada', 'Hoja', 'Celda o fila', 'Lo que hay ahí', 'Por qué, y qué hacer'],
      ['rechazada', 'Hoja1', 'F3', '=1+1', expect.stringContaining('fórmula')],
      ['anotada', 'Hoja1', 'F2', null, expect.stringMatching(/: 11$/u)],
      ['anotada', 'Hoja1', '9', null, expect.stringMatching(/: 2$/u)],
    ])
    expect(own).toMatchObject({
      name: 'Hoja1',
      comments: {
        F2: expect.stringMatching(/: 11 \(esta es la primera\)$/u),
        F3: expect.stringContaining('fórmula'),
      },
    })
    const sheets = (await readXlsx(readFileSync(marked?.file ?? ''), { readStyles: true })).sheets
    for (const key of ['1,5', '2,5']) {
      expect(sheets[1]?.cells?.get(key)?.style?.fill).toMatchObject({ fgColor: { rgb: 'FFC7CE' } })
    }
    expect(sheets[1]?.cells?.get('1,0')?.style?.fill).toBeUndefined()
  })

  it('leaves the workbook itself as it was', async () => {
    const given = await financeDelivery()
    const before = readFileSync(given.origin ?? '')
    await marking(given)
    expect(readFileSync(given.origin ?? '')).toEqual(before)
    expect(readdirSync(inbox)).toEqual(['AR01-1.xlsx'])
  })

  it('marks delimited text in a workbook made of it, a refused row at its first cell', async () => {
    const origin = join(inbox, 'locales.csv')
    writeFileSync(origin, 'ID_Local;Edificio\n007;"=A1"\n\n;Norte\n')
    const rejections = [
      { place: 'locales!A4', code: 'location-id-missing', raw: '' },
      { place: 'locales!2', code: 'row-unreadable', raw: '' },
    ] as const
    const given = delivery({ source: 'locations', origin, rejections })
    const [marked] = await marking(await withHash(given))

    const [, own] = readBack(marked?.file ?? '')
    expect(marked?.cells).toBe(2)
    expect(own?.rows).toEqual([
      ['ID_Local', 'Edificio'],
      ['007', '=A1'],
      [null, null],
      [null, 'Norte'],
    ])
    expect(Object.keys(own?.comments ?? {}).toSorted()).toEqual(['A2', 'A4'])
  })

  it('refuses to mark a workbook that has changed since it was read', async () => {
    const given = await financeDelivery()
    await writeWorkbook(given.origin ?? '', [{ name: 'Hoja1', columns: [], rows: [['new']] }])
    await expect(marking(given)).rejects.toMatchObject({
      code: 'workbook.changed',
      details: { file: given.origin },
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses to put a copy where it would be read as the newest workbook', async () => {
    const given = await financeDelivery()
    const wrong = markInputs(CONTEXT, { deliveries: [given], folder: join(inbox, '.') })
    await expect(wrong).rejects.toMatchObject({ code: 'workbook.unwritable' })
    expect(readdirSync(inbox)).toEqual(['AR01-1.xlsx'])
  })

  it('names the folder that cannot be made', async () => {
    const given = await financeDelivery()
    const inAFile = join(given.origin ?? '', 'marcados')
    await expect(
      markInputs(CONTEXT, { deliveries: [given], folder: inAFile }),
    ).rejects.toMatchObject({ code: 'workbook.unwritable', details: { file: inAFile } })
  })

  it('makes no copy of a workbook without a cell to mark, and none of a database', async () => {
    const clean = await financeDelivery({ rejections: [], notes: [] })
    const ocs = delivery({ source: 'ocs', origin: 'ocs:3306/ocsweb' })
    expect(await marking(clean, ocs, delivery({ origin: null }))).toEqual([
      { source: 'finance-register', origin: clean.origin, file: null, cells: 0 },
    ])
  })

  it('keeps copies of equally named workbooks apart', async () => {
    const one = await financeDelivery()
    const elsewhere = join(inbox, 'hr')
    mkdirSync(elsewhere)
    copyFileSync(one.origin ?? '', join(elsewhere, 'ar01-1.xlsx'))
    const other = { ...one, source: 'locations', origin: join(elsewhere, 'ar01-1.xlsx') }
    await marking(one, other)
    expect(readdirSync(folder).toSorted()).toEqual(['AR01-1-marked.xlsx', 'ar01-1-marked-2.xlsx'])
  })
})
