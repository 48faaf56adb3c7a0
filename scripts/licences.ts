import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  isPermissive,
  type LockedPackages,
  PERMISSIVE,
  packageOf,
  shippedPackages,
} from './licence-check.ts'

const ROOT = join(import.meta.dirname, '..')
/** `from 'x'`, `import 'x'`, `import('x')`, and `@import 'x'` of a style sheet. */
const IMPORTS = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/gu
const lock: { packages: LockedPackages } = JSON.parse(textOf('package-lock.json'))

const shipped = shippedPackages(lock.packages, webImports()).map((path) => ({
  path,
  licence: licenceOf(path),
}))
const refused = shipped.filter(({ licence }) => licence === null || !isPermissive(licence))
const counts = Map.groupBy(shipped, ({ licence }) => licence ?? 'none')
for (const [licence, packages] of [...counts].toSorted(([, a], [, b]) => b.length - a.length)) {
  console.log(`${String(packages.length).padStart(5)}  ${licence}`)
}
console.log(`${shipped.length} packages are shipped`)
for (const { path, licence } of refused) {
  console.error(`not permissive: ${path} (${licence ?? 'no licence told'})`)
}
if (refused.length > 0) {
  console.error(`Permissive are: ${[...PERMISSIVE].join(', ')}. Replace these packages.`)
  process.exitCode = 1
}

/** As the package itself says where it is installed; those of other platforms are not, and the lock file has to do. */
function licenceOf(path: string): string | null {
  const file = join(path, 'package.json')
  const own: { license?: unknown } = existsSync(join(ROOT, file)) ? JSON.parse(textOf(file)) : {}
  if (typeof own.license === 'string') return own.license
  return lock.packages[path]?.license ?? null
}

/** Packages that the web app takes its code from; they are tools to npm, and are shipped all the same. */
function webImports(): Set<string> {
  const web = join(ROOT, 'web')
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:ts|tsx|css)$/u.test(file) && !/^(?:dist|build|node_modules)\b/u.test(file),
  )
  const names = files
    .filter((file) => !/\.test\.tsx?$|\.config\.ts$/u.test(file))
    .flatMap((file) => [...readFileSync(join(web, file), 'utf8').matchAll(IMPORTS)])
    .map(([, specifier = '']) => packageOf(specifier))
  return new Set(names.filter((name) => name !== null))
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}
