#!/usr/bin/env node
import { hostname, userInfo } from 'node:os'
import packageFile from '../package.json' with { type: 'json' }
import { deskOpener } from './cli/desk.ts'
import { runProgram } from './cli/program.ts'
import { chooseLanguage, LANGUAGES } from './language/language.ts'

const { argv, env } = process
const { version } = packageFile
const typed = argv.join(' ').match(/ --lang[ =](\w+)/u)?.[1]
const flag = LANGUAGES.find((language) => language === typed)
const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG
const language = chooseLanguage({ flag, environment: locale })

// Whoever reads our answer may have read enough: `muster show P1 | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// The first time the work ends at the next safe point; the second time the process ends. The listener stays until then:
// what puts the cursor of a terminal right sends a signal again that nobody else listens to.
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  const stop = () => {
    if (!stopping.signal.aborted) return stopping.abort()
    process.off(signal, stop)
    process.kill(process.pid, signal)
  }
  process.on(signal, stop)
}

const openDesk = deskOpener({
  env,
  locale,
  stdout: process.stdout,
  stderr: process.stderr,
  actor: () => env.SUDO_USER || userInfo().username,
  host: hostname(),
  pid: process.pid,
  version,
  now: () => new Date(),
  signal: stopping.signal,
  input: () => process.stdin,
  exitWith: (code) => {
    process.exitCode = code
  },
})

await runProgram({ version, language, openDesk }, argv)
