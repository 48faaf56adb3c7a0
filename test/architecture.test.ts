import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

/** Who may import whom. Read it downwards: each layer knows only layers above it on this page. */
const MAY_IMPORT: Record<string, string[]> = {
  lib: [],
  language: ['lib'],
  json: [],
  workbook: ['lib'],
  db: ['lib'],
  sources: ['lib', 'json', 'workbook'],
  inventory: ['lib', 'db'],
  collect: ['lib', 'db', 'sources', 'inventory'],
  reconcile: ['lib', 'db', 'sources', 'inventory', 'collect'],
  events: ['lib', 'json', 'workbook', 'db'],
  reports: [
    ...['lib', 'language', 'json', 'workbook', 'db', 'sources', 'inventory', 'collect'],
    ...['reconcile', 'events'],
  ],
  jobs: [
    ...['lib', 'language', 'db', 'sources', 'inventory', 'collect', 'reconcile', 'events'],
    'reports',
  ],
}
/** By its name, or because a file of events is read there as a stream. */
const SHELL_FILE = /(^|\/)(store|client|simulator|http|workbook)\.ts$|\.task\.ts$|^events\/parse\//
const IMPURE =
  /\basync\b|\bawait\b|\bprocess\.|Date\.now|new Date\(\)|Math\.random|performance\.|(?:from |import |import\()'node:/

const src = join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
const layerOf = (file: string) => file.split('/')[0] ?? ''
const textOf = (file: string) => readFileSync(join(src, file), 'utf8')

it('lets imports point one way only', () => {
  const wrong = files.flatMap((file) =>
    importedLayers(file)
      .filter((layer) => MAY_IMPORT[layerOf(file)]?.includes(layer) === false)
      .map((layer) => `${file} imports ${layer}/`),
  )
  expect(wrong).toEqual([])
})

it('keeps I/O, clocks and chance in store, client and task files', () => {
  const pure = [
    ...['lib', 'language', 'json', 'sources', 'inventory', 'collect', 'reconcile', 'events'],
    'reports',
  ]
  const core = files.filter((file) => pure.includes(layerOf(file)) && !SHELL_FILE.test(file))
  expect(core.filter((file) => IMPURE.test(textOf(file)))).toEqual([])
})

it('keeps demo, bench and test code out of the product, but for the command that is the demo', () => {
  const outward = files.filter((file) =>
    /(?:from |import |import\()'(\.\.\/)+(demo|bench|test|scripts)\//.test(textOf(file)),
  )
  expect(outward.toSorted()).toEqual(['cli/commands/demo.ts', 'cli/demo-fleet.ts', 'cli/demo.ts'])
})

function importedLayers(file: string): string[] {
  return [...textOf(file).matchAll(/(?:from|import\() ?'(\.[^']+)'/g)]
    .map(([, path = '']) => layerOf(relative(src, join(src, dirname(file), path))))
    .filter((layer) => layer !== layerOf(file))
}
