import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { unpackZip } from '../../test/support/unpack-zip.ts'
import { zipFolder } from './zip-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'muster-zip-'))
const made = join(root, 'made')
const folder = join(made, 'muster-ñ')
const TIME = new Date('2026-11-21T10:00:00Z')

mkdirSync(join(folder, 'lib'), { recursive: true })
writeFileSync(join(folder, 'start.sh'), 'exec true\n')
writeFileSync(join(folder, 'lib/libpq.so.5'), 'x'.repeat(100_000))
writeFileSync(join(folder, 'README.txt'), 'Léame\n')
symlinkSync('libpq.so.5', join(folder, 'lib/libpq.so'))
chmodSync(join(folder, 'start.sh'), 0o700)
chmodSync(join(folder, 'README.txt'), 0o600)

afterAll(() => rmSync(root, { recursive: true }))

it('keeps programs programs and links links, and gives everybody the right to read', async () => {
  const { file } = await zipFolder(folder, join(root, 'a.zip'), TIME)
  const names = await unpackZip(file, join(root, 'unpacked'))
  const at = (name: string) => join(root, 'unpacked/muster-ñ', name)

  expect(names).toEqual([
    'muster-ñ/README.txt',
    'muster-ñ/lib/libpq.so',
    'muster-ñ/lib/libpq.so.5',
    'muster-ñ/start.sh',
  ])
  expect(statSync(at('start.sh')).mode & 0o777).toBe(0o755)
  expect(statSync(at('README.txt')).mode & 0o777).toBe(0o644)
  expect(readlinkSync(at('lib/libpq.so'))).toBe('libpq.so.5')
  expect(readFileSync(at('README.txt'), 'utf8')).toBe('Léame\n')
})

it('gives the same bytes for the same content, whenever its files were written, and tells their hash', async () => {
  const first = await zipFolder(folder, join(root, 'first.zip'), TIME)
  utimesSync(join(folder, 'README.txt'), 0, 0)
  const second = await zipFolder(folder, join(root, 'second.zip'), TIME)
  const bytes = readFileSync(second.file)

  expect(second.sha256).toBe(first.sha256)
  expect(second.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(second.bytes).toBe(bytes.length)
})
