import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SOURCES } from './registry.ts'

/** What sources share. */
const SHARED: ReadonlySet<string> = new Set(['http'])

it('registers every source folder under its own name', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => !SHARED.has(name))

  expect(SOURCES.map((source) => source.id).sort()).toEqual(folders.sort())
})
