import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SOURCES } from './registry.ts'

it('registers every source folder under its own name', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

  expect(SOURCES.map((source) => source.id).sort()).toEqual(folders.sort())
})
