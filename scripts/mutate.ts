import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Breaks the code on purpose and sees whether a test notices: `npm run mutate [-- FOLDER...]`. */
const FOLDERS = ['src/analytics/stats', 'src/inventory', 'src/reconcile']
/** Statements of SQL and what runs them: no test without a database tells right from wrong there. */
const WITH_DATABASE = ['**/*queries.ts', '**/store.ts', '**/*.task.ts', 'reconcile/outcome-join.ts']

const ROOT = join(import.meta.dirname, '..')
const STRYKER = join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js')

const asked = process.argv.slice(2)
const folders = asked.length === 0 ? FOLDERS : asked
const strange = folders.filter(
  (folder) =>
    !existsSync(join(ROOT, folder)) ||
    !FOLDERS.some((known) => `${folder}/`.startsWith(`${known}/`)),
)
if (strange.length > 0) {
  console.error(
    `npm run mutate -- ${strange.join(' ')}: mutated are folders in ${FOLDERS.join(', ')}`,
  )
  process.exitCode = 2
} else {
  const mutated = [
    ...folders.map((folder) => `${folder}/**/*.ts`),
    ...['**/*.test.ts', ...WITH_DATABASE].map((pattern) => `!src/${pattern}`),
  ]
  const args = [STRYKER, 'run', '--mutate', mutated.join(',')]
  process.exitCode = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1
}
