import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { isDemo } from './demo.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-demo-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('knows a demo that was made before, and that there is none in a folder just made', async () => {
  expect(await isDemo(folder)).toBe(false)
  writeFileSync(join(folder, 'muster.yaml'), 'language: es\n')
  expect(await isDemo(folder)).toBe(true)
})
