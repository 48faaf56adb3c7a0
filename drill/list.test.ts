import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { INVARIANTS } from './invariants/invariants.ts'
import { DRILLS } from './list.ts'

const namesIn = (folder: string) =>
  readdirSync(join(import.meta.dirname, folder)).map((file) => file.replace(/\.ts$/u, ''))

describe('the list of drills', () => {
  it('names every file of the folder, by its name', () => {
    expect(DRILLS.map(({ name }) => name).toSorted()).toEqual(namesIn('drills').toSorted())
  })
})

describe('the list of invariants', () => {
  it('names every file of the folder but the list and what an invariant is', () => {
    const files = namesIn('invariants').filter((name) => !name.startsWith('invariant'))
    expect(INVARIANTS.map(({ name }) => name).toSorted()).toEqual(files.toSorted())
  })
})
