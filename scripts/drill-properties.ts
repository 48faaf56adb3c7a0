import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const rounds = Number(process.argv[2] ?? 10)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('npm run drill:properties -- [ROUNDS]: a whole number of rounds, 10 unless given')
  process.exit(2)
}

/** Runs the properties with other cases each round; the seed of a round that fails is told. */
for (let round = 1; round <= rounds; round += 1) {
  const seed = Math.floor(Math.random() * 2 ** 31)
  console.log(`Round ${round} of ${rounds}, MUSTER_TEST_SEED=${seed}`)
  const args = [VITEST, 'run', '--project', 'core', '--reporter', 'dot', ...filesWithProperties()]
  const env = { ...process.env, MUSTER_TEST_SEED: String(seed) }
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

function filesWithProperties(): string[] {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.test.ts') && !/\.(store|mariadb)\.test\.ts$/u.test(file))
    .map((file) => join('src', file))
    .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes("from 'fast-check'"))
}
