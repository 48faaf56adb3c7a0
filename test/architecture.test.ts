import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

/** Who may import whom. Read it downwards: each layer knows only layers above it on this page. */
const MAY_IMPORT: Record<string, string[]> = {
  lib: [],
  language: ['lib'],
  contract: [],
  json: [],
  workbook: ['lib'],
  db: ['lib'],
  access: ['lib', 'db', 'contract'],
  sources: ['lib', 'json', 'workbook'],
  inventory: ['lib', 'db'],
  collect: ['lib', 'db', 'sources', 'inventory'],
  reconcile: ['lib', 'db', 'sources', 'inventory', 'collect'],
  events: ['lib', 'json', 'workbook', 'db'],
  analytics: ['lib', 'db', 'inventory', 'reconcile', 'events'],
  reports: [
    ...['lib', 'language', 'json', 'workbook', 'db', 'sources', 'inventory', 'collect'],
    ...['reconcile', 'events', 'analytics'],
  ],
  watch: [...['lib', 'language', 'db', 'sources', 'collect', 'reconcile', 'analytics', 'reports']],
  jobs: [
    ...[
      'lib',
      'language',
      'workbook',
      'db',
      'sources',
      'inventory',
      'collect',
      'reconcile',
      'events',
    ],
    ...['analytics', 'reports', 'watch', 'access'],
  ],
  api: [
    ...['lib', 'language', 'json', 'workbook', 'db', 'contract', 'access', 'sources', 'inventory'],
    ...['collect', 'reconcile', 'events', 'analytics', 'reports', 'watch', 'jobs'],
    ...['app.ts', 'config-server.ts'],
  ],
}
/** By its name, or because files of events are read there as streams, and secrets made and checked. */
const SHELL_FILE =
  /(^|\/)(store|client|simulator|http|workbook)\.ts$|\.task\.ts$|^events\/parse\/|^access\/secret\//
const IMPURE =
  /\basync\b|\bawait\b|\bprocess\.|Date\.now|new Date\(\)|Math\.random|performance\.|(?:from |import |import\()'node:/

/** An import of a file of ours that is not part of the web app. */
const OUTWARD =
  /^(?:import|export) .*from '(?:\.\.\/)+(?:src|test|demo|bench|drill|scripts)\/[^']+'/gm

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
    ...['analytics', 'reports', 'contract', 'access', 'watch'],
  ]
  const core = files.filter((file) => pure.includes(layerOf(file)) && !SHELL_FILE.test(file))
  expect(core.filter((file) => IMPURE.test(textOf(file)))).toEqual([])
})

it('keeps demo, bench and test code out of the product, but for the command that is the demo', () => {
  const outward = files.filter((file) =>
    /(?:from |import |import\()'(\.\.\/)+(demo|bench|drill|test|scripts)\//.test(textOf(file)),
  )
  expect(outward.toSorted()).toEqual([
    ...['cli/demo-figures.ts', 'cli/demo-fleet.ts', 'cli/demo.ts', 'cli/play-demo.ts'],
  ])
})

it('lets the web app import its own files and types of the contract, nothing else of ours', () => {
  const web = join(import.meta.dirname, '../web')
  const wrong = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(?!dist\/|build\/).*\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(web, file), 'utf8').matchAll(OUTWARD)]
        .filter(([text]) => !/^import type .*\/src\/contract\//.test(text))
        .map(([text]) => `${file}: ${text}`),
    )
  expect(wrong).toEqual([])
})

function importedLayers(file: string): string[] {
  return [...textOf(file).matchAll(/(?:from|import\() ?'(\.[^']+)'/g)]
    .map(([, path = '']) => layerOf(relative(src, join(src, dirname(file), path))))
    .filter((layer) => layer !== layerOf(file))
}
