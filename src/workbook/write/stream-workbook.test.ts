import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRows, rowTexts } from '../../../test/support/read-cells.ts'
import { temporaryFolder } from '../../../test/support/xlsx-parts.ts'
import { workbookBytes } from './stream-workbook.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

const SHEET = { name: 'Rows', columns: [{ title: 'n' }, { title: 'text' }], preamble: ['All'] }

async function* batchesOf(sizes: readonly number[], told: string[] = []) {
  let n = 0
  try {
    for (const size of sizes) {
      told.push(`batch of ${size}`)
      yield Array.from({ length: size }, () => [++n, `row ${n} ${'x'.repeat(40)}`])
    }
  } finally {
    told.push('closed')
  }
}

async function written(name: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const file = folder.path(name)
  await writeFile(file, bytes)
  return file
}

describe('workbookBytes', () => {
  it('has every row of every batch, also where some are empty', async () => {
    const bytes = workbookBytes({ ...SHEET, batches: batchesOf([0, 3, 0, 500, 1]) })
    const rows = rowTexts(await readRows(await written('all.xlsx', bytes)))

    expect(rows.slice(0, 2)).toEqual([
      [1, 'All'],
      [2, 'n', 'text'],
    ])
    expect(rows).toHaveLength(2 + 504)
    expect(rows.at(-1)?.slice(0, 2)).toEqual([506, '504'])
  })

  it('is a workbook where nothing comes', async () => {
    const bytes = workbookBytes({ ...SHEET, batches: batchesOf([]) })
    expect(await readRows(await written('none.xlsx', bytes))).toHaveLength(2)
  })

  it('goes on in a sheet of its own when one is full', async () => {
    const sheet = { ...SHEET, batches: batchesOf([5, 5]) }
    const file = await written('full.xlsx', workbookBytes(sheet, { maxRows: 6 }))

    expect(await readRows(file, 0)).toHaveLength(6)
    expect(rowTexts(await readRows(file, 2)).map(([, n]) => n)).toEqual(['All', 'n', '9', '10'])
  })

  it('asks for no batch long before it is needed, and for none after nobody takes more', async () => {
    const told: string[] = []
    const batches = batchesOf(
      Array.from({ length: 400 }, () => 1_000),
      told,
    )
    for await (const _piece of workbookBytes({ ...SHEET, batches })) break

    expect(told.at(-1)).toBe('closed')
    expect(told.length).toBeLessThan(100)
  })

  it('fails as the rows fail', async () => {
    // biome-ignore lint/correctness/useYield: it fails before it has anything
    async function* failing(): AsyncGenerator<string[][]> {
      throw new RangeError('no rows')
    }
    const bytes = workbookBytes({ ...SHEET, batches: failing() })
    await expect(bytes.next()).rejects.toThrow('no rows')
  })

  it('fails as later rows fail', async () => {
    async function* failing(): AsyncGenerator<string[][]> {
      yield Array.from({ length: 400 }, () => ['1', 'a'])
      throw new RangeError('no more rows')
    }
    const taken = Readable.from(workbookBytes({ ...SHEET, batches: failing() })).toArray()
    await expect(taken).rejects.toThrow('no more rows')
  })
})
