import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { writeZip, type ZipPart } from './write-zip.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'muster-zip-'))

async function* failing(): AsyncGenerator<string> {
  yield 'x'.repeat(100_000)
  throw new Error('the source went away')
}

async function* parts(...list: ZipPart[]): AsyncGenerator<ZipPart> {
  yield* list
}

describe('writeZip', () => {
  it('leaves the former file and no rest beside it when a part fails midway', async () => {
    const file = join(folder(), 'report.xlsx')
    writeFileSync(file, 'former')

    const writing = writeZip(
      file,
      parts({ name: 'a', content: 'b' }, { name: 'c', content: failing() }),
    )

    await expect(writing).rejects.toThrow('the source went away')
    expect(readFileSync(file, 'utf8')).toBe('former')
    expect(readdirSync(join(file, '..'))).toEqual(['report.xlsx'])
  })

  it('names the file and the reason when the system refuses to write', async () => {
    const file = join(folder(), 'missing', 'report.xlsx')
    await expect(writeZip(file, parts())).rejects.toMatchObject({
      code: 'workbook.unwritable',
      details: { file, reason: expect.stringContaining('ENOENT') },
    })
  })

  it('asks for a part only when the parts before it are written', async () => {
    const told: string[] = []
    async function* told1(): AsyncGenerator<string> {
      yield 'one'
      told.push('first part made')
    }
    async function* inOrder(): AsyncGenerator<ZipPart> {
      yield { name: 'first', content: told1() }
      told.push('second part asked for')
      yield { name: 'second', content: 'two' }
    }
    const file = join(folder(), 'a.zip')
    await writeZip(file, inOrder())

    expect(told).toEqual(['first part made', 'second part asked for'])
    const zip = await fromBufferPromise(readFileSync(file), { lazyEntries: true })
    const names: string[] = []
    for await (const entry of zip.eachEntry()) names.push(entry.fileName)
    expect(names).toEqual(['first', 'second'])
  })
})
