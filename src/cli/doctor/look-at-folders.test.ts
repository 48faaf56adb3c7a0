import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lookAtFolders } from './look-at-folders.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-doctor-folders-'))
afterAll(() => rm(folder, { recursive: true }))

it('says nothing of folders that can be written to, or made', async () => {
  expect(await lookAtFolders([folder, join(folder, 'reports')])).toEqual([])
  expect(await readdir(folder)).toEqual([])
})

it('names a file that lies where a folder is to be', async () => {
  const file = join(folder, 'inbox')
  await writeFile(file, '')

  expect(await lookAtFolders([file, join(file, 'events')])).toMatchObject([
    { about: file, health: 'broken', says: { en: 'cannot be written to: ENOTDIR' } },
    { about: join(file, 'events'), health: 'broken' },
  ])
})
