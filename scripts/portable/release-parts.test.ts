import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { instructionsOf } from '../../test/deploy/dockerfile-rules.ts'
import { isShipped, RELEASE_PARTS, releasePackageFile } from './release-parts.ts'

const ROOT = join(import.meta.dirname, '../..')
const IMAGE = '/opt/muster/'
/** What an image has besides: its health check, what fills the demo of `compose.yaml`, its packages by its own `npm ci`. */
const OF_THE_IMAGE = [
  ...['deploy/container/health.mjs', 'node_modules', 'package-lock.json', 'package.json'],
  'scripts/fill-demo-ocs.ts',
]
/** `from './a.ts'`, `import './a.ts'`, and the threads: `new URL('a.ts', import.meta.url)`. */
const IMPORTS =
  /(?:from|import)\s*\(?\s*'(?<file>\.[^']+)'|new URL\('(?<thread>[^']+)', import\.meta/gu

it('is what the image copies', () => {
  const copied = instructionsOf(readFileSync(join(ROOT, 'deploy/Dockerfile'), 'utf8'))
    .filter(({ word, rest }) => word === 'COPY' && rest.startsWith('--from=build'))
    .flatMap(({ rest }) => rest.split(' ').filter((part) => part.startsWith(IMAGE)))
    .map((path) => path.slice(IMAGE.length))

  expect(copied.toSorted()).toEqual([...RELEASE_PARTS, ...OF_THE_IMAGE].toSorted())
})

it('holds every file that a file in it imports', () => {
  const shipped = ['src', 'demo'].flatMap(filesIn).filter(isShipped)
  const missing = shipped
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => importsOf(file).map((imported) => ({ file, imported })))
    .filter(({ imported }) => imported !== 'package.json' && !shipped.includes(imported))

  expect(shipped.length).toBeGreaterThan(500)
  expect(missing).toEqual([])
})

it.each([
  ['src/main.ts', true],
  ['demo/golden/tags.yaml', true],
  ['web/dist/assets/index-1a2b.js.gz', true],
  ['src/config.test.ts', false],
  ['web/app/page.test.tsx', false],
  ['src/sources/ocs/fixtures/rows.json', false],
  ['web/dist/.built-from', false],
  ['src/.git', false],
  ['src/app.ts.orig', false],
])('of %s, says whether it is shipped: %o', (path, isIn) => {
  expect(isShipped(path)).toBe(isIn)
})

it('describes the project without its tools and scripts', () => {
  const described = releasePackageFile(packageFile)

  expect(Object.keys(described).toSorted()).toEqual([
    ...['dependencies', 'description', 'engines', 'license', 'name', 'private', 'type', 'version'],
  ])
  expect(described.dependencies).toEqual(packageFile.dependencies)
})

function filesIn(part: string): string[] {
  return readdirSync(join(ROOT, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
}

/** Files of the project only, as they lie. */
function importsOf(file: string): string[] {
  return [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORTS)]
    .map(({ groups }) => groups?.file ?? groups?.thread ?? '')
    .map((path) => join(dirname(file), path))
    .filter((path) => existsSync(join(ROOT, path)))
}
