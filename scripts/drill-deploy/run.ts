import { spawnSync } from 'node:child_process'

/** Runs a program to its end and gives what it printed. Throws where it ends with anything but 0. */
export function run(program: string, args: readonly string[], cwd?: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(cwd === undefined ? {} : { cwd, env: plainEnvironment() }),
  })
  if (error) throw new Error(`${program} could not be run: ${error.message}`)
  if (status === 0) return `${stdout}${stderr}`
  throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
}

/** Without what npm tells the scripts it runs, which would decide for the npm of another folder. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const env = Object.entries(process.env).filter(
    ([name]) => !/^npm_|^INIT_CWD$|^NODE_ENV$/iu.test(name),
  )
  return Object.fromEntries(env)
}
