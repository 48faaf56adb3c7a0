import { PassThrough, Readable } from 'node:stream'
import { deskOpener } from '../../src/cli/desk.ts'
import { runProgram } from '../../src/cli/program.ts'
import { chooseLanguage, LANGUAGES } from '../../src/language/language.ts'
import type { Ended } from './muster-command.ts'
import type { Spoken } from './spoken-muster.ts'

/** The command line at an hour of our choosing, in this process: all of it but `main.ts`. */
export interface MusterAt {
  /** With `--json`. */
  json(...args: string[]): Promise<Pick<Ended, 'code' | 'answer'>>
  /** As a person sees it. */
  spoken(...args: string[]): Promise<Spoken>
}

export interface Installation {
  readonly env: Readonly<Record<string, string>>
  readonly config: string
  readonly now: () => Date
  /** Whose account it is; ana's unless given. */
  readonly actor?: string
}

/** Commands of an installation, at the hour its clock shows. */
export function musterAt({ env, config, now, actor = 'ana' }: Installation): MusterAt {
  const spoken = async (...args: string[]): Promise<Spoken> => {
    const [out, err] = [captured(), captured()]
    let code = 0
    const typed = args[args.indexOf('--lang') + 1]
    const language = chooseLanguage({ flag: LANGUAGES.find((each) => each === typed) })
    const openDesk = deskOpener({
      ...{ env, now, locale: 'C', host: 'pc-1', pid: 1, version: '0' },
      stdout: out.stream,
      stderr: err.stream,
      signal: new AbortController().signal,
      input: () => Readable.from([]),
      actor: () => actor,
      exitWith: (ending) => {
        code = ending
      },
    })
    await runProgram({ version: '0', language, openDesk }, ['', '', '--config', config, ...args])
    return { code, out: out.text(), err: err.text() }
  }
  return {
    spoken,
    async json(...args) {
      const { code, out, err } = await spoken('--json', ...args)
      if (out === '') throw new Error(`muster ${args.join(' ')}: ${err}`)
      return { code, answer: JSON.parse(out) }
    },
  }
}

/** A stream that is no terminal, and the text written to it. */
function captured() {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return {
    stream: stream as unknown as NodeJS.WriteStream, // written to, and asked whether it is a terminal
    text: () => Buffer.concat(chunks).toString('utf8'),
  }
}
