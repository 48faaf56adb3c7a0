import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Runs every example of `docs/commands.md` on the demo estate, and writes the page anew: `npm run docs:examples`. */
const ROOT = join(import.meta.dirname, '..')
const words = ['run', '--project', 'postgres-18', 'test/scenarios/command-examples.test.ts']
const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...words], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, MUSTER_WRITE_EXAMPLES: '1' },
})
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})
