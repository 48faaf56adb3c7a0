/** A command as a person types it on the demo estate, and what is shown of its answer. */
export interface CommandExample {
  /** As typed, without `muster`: `plans --all`. The first word that is a command's name says whose example it is. */
  readonly typed: string
  /** What it shows, where the command's help does not say it. */
  readonly shows?: string
  /** The exit code it ends with; 0 unless said. */
  readonly code?: number
  /** How many lines of the answer are shown; all unless said. */
  readonly lines?: number
  /** Until which words on its output it runs, where it ends by Ctrl-C alone. */
  readonly stopAt?: string
  /** What happens to the estate before, without Muster. */
  readonly before?: 'agents-report'
  /** Which database it works on, where that is not the one of the estate. */
  readonly database?: 'empty'
  /** What is different each time, beside what always is. */
  readonly varies?: readonly Variation[]
}

/** A part of an answer that is another each time, and what stands in its place. */
export interface Variation {
  readonly part: RegExp
  readonly shown: string
}

/** The command whose example it is. @example commandOf('--config x.yaml plan --names') // => 'plan' */
export function commandOf({ typed }: CommandExample, names: readonly string[]): string {
  const words = typed.split(' ')
  return words.find((word, at) => names.includes(word) && words[at - 1] !== '--config') ?? ''
}

/** The words of a line as a shell hands them over. */
export function wordsOf(typed: string): string[] {
  return [...typed.matchAll(/'([^']*)'|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}
