import { link, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReport, reportFiles } from './report-files.task.ts'

const root = await mkdtemp(join(tmpdir(), 'muster-reports-'))
const folder = join(root, 'reports')
afterAll(() => rm(root, { recursive: true }))

const NAMES = ['muster-P1.xlsx', 'muster-P12-municipality-San_José..2.xlsx']

beforeAll(async () => {
  await mkdir(join(folder, 'muster-P9.xlsx'), { recursive: true })
  for (const [at, name] of NAMES.entries()) {
    await writeFile(join(folder, name), `content ${at}`)
    await utimes(join(folder, name), at + 1, at + 1)
  }
  await writeFile(join(folder, 'muster.yaml'), 'secret')
  await writeFile(join(folder, '.muster-P1.xlsx.tmp'), 'unfinished')
  await writeFile(join(root, 'muster-P5.xlsx'), 'outside')
  await symlink(join(root, 'muster-P5.xlsx'), join(folder, 'muster-P6.xlsx'))
  await symlink('/dev/zero', join(folder, 'muster-P7.xlsx'))
})

async function textOf(name: string): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await openReport(folder, name)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('reportFiles', () => {
  it('lists what is called as reports are, newest first, and neither links nor folders', async () => {
    expect(await reportFiles(folder)).toEqual([
      { name: NAMES[1], bytes: 9, modifiedAt: new Date(2000) },
      { name: NAMES[0], bytes: 9, modifiedAt: new Date(1000) },
    ])
  })

  it('lists nothing where no report was ever written', async () => {
    expect(await reportFiles(join(root, 'nowhere'))).toEqual([])
  })
})

describe('openReport', () => {
  it.each(NAMES.map((name, at) => [at, name] as const))(
    'gives the bytes of report %i',
    async (at, name) => {
      expect(await textOf(name)).toBe(`content ${at}`)
    },
  )

  it.each([
    ['one above', '../muster-P5.xlsx'],
    ['one above, by way of a name', 'muster-P1-/../../muster-P5.xlsx'],
    ['one above, with the other slash', '..\\muster-P5.xlsx'],
    ['an absolute path', join(root, 'muster-P5.xlsx')],
    ['a path within', './muster-P1.xlsx'],
    ['an end hidden by NUL', 'muster-P1.xlsx\0.xlsx'],
    ['a name cut by NUL', 'muster.yaml\0muster-P1.xlsx'],
    ['two lines', 'muster-P1.xlsx\nmuster-P1.xlsx'],
    ['a link', 'muster-P6.xlsx'],
    ['a link to a device', 'muster-P7.xlsx'],
    ['a folder', 'muster-P9.xlsx'],
    ['the configuration', 'muster.yaml'],
    ['what is being written', '.muster-P1.xlsx.tmp'],
    ['nothing', ''],
    ['what was never written', 'muster-P2.xlsx'],
  ])('has no report of %s', async (_what, name) => {
    await expect(openReport(folder, name)).rejects.toMatchObject({
      ...{ code: 'report.not-found', details: { name } },
    })
  })

  it('gives a report that lies elsewhere as well: its content is in the folder', async () => {
    await link(join(folder, 'muster-P1.xlsx'), join(root, 'backup.xlsx'))
    expect(await textOf('muster-P1.xlsx')).toBe('content 0')
  })
})
