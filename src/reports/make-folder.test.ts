import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeFolder } from './make-folder.task.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-folder-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('makes a folder with those above it, for several at once, and leaves one that is there', async () => {
  const wanted = join(folder, 'a/b/c')
  await Promise.all([makeFolder(wanted), makeFolder(join(folder, 'a/b/d')), makeFolder(wanted)])
  await makeFolder(wanted)

  expect(statSync(wanted).isDirectory()).toBe(true)
})

it('takes a link to a folder for a folder', async () => {
  symlinkSync(folder, join(folder, 'link'))

  await makeFolder(join(folder, 'link/inner'))

  expect(statSync(join(folder, 'inner')).isDirectory()).toBe(true)
})

it.each(['file', 'file/inner', 'file/inner/deep'])('says that %s cannot be made', async (name) => {
  writeFileSync(join(folder, 'file'), '')

  await expect(makeFolder(join(folder, name))).rejects.toMatchObject({
    code: 'workbook.unwritable',
    details: { file: join(folder, name) },
  })
})

it.runIf(process.platform === 'linux')('ends where the system makes no folders', async () => {
  await expect(makeFolder('/proc/muster/reports')).rejects.toMatchObject({
    code: 'workbook.unwritable',
    details: { file: '/proc/muster/reports' },
  })
})
