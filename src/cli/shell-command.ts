/** A word as a shell takes it whole; words without special signs stay as they are. */
export function shellWord(word: string): string {
  return /^[\w./:=@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** How a further command of a demo is begun. */
export interface DemoCommand {
  /** The launcher of this clone, and the folder the person is in. */
  readonly launcher: string
  readonly folder: string
  readonly config: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The variables that would lead a command away from the demo's own database. */
const ELSEWHERE = ['DATABASE_URL', 'DATABASE_URL_FILE']

/** What to type before a command's name to work on the demo. @example './muster --config data/x.yaml' */
export function demoCommand({ launcher, folder, config, env }: DemoCommand): string {
  const unset = ELSEWHERE.filter((name) => env[name]).flatMap((name) => ['-u', name])
  const program = launcher === `${folder}/muster` ? './muster' : launcher
  const words = [...(unset.length > 0 ? ['env', ...unset] : []), program, '--config', config]
  return words.map(shellWord).join(' ')
}
