import type { Watched } from './watch-page.ts'

/** One opening of a screen; times in milliseconds since its address was asked for, sizes in bytes. */
export interface Opening {
  /** When the first figures or rows were painted. */
  readonly there: number
  /** The same, or the end of the last long task before a key was heard, if that is later. */
  readonly interactive: number
  /** From a key pressed once all was there to the next painting. */
  readonly answer: number
  /** When every panel of the screen was filled. */
  readonly whole: number
  readonly shift: number
  /** JavaScript that was there by then: as it came over the line, and compressed by gzip. */
  readonly transferred: number
  readonly gzip: number
  readonly files: number
}

/** What a page was seen to do, as figures; throws where it was looked at too early. */
export function openingOf(seen: Watched, gzipOf: (path: string) => number): Opening {
  const { there, whole, shift, longTasks, firstInput, scripts } = seen
  if (there === null || whole === null || firstInput === null) {
    throw new Error(`a screen was not there yet: ${JSON.stringify({ there, whole, firstInput })}`)
  }
  const before = longTasks.filter(({ from }) => from < firstInput.heardAt)
  const interactive = Math.max(there, ...before.map(({ to }) => Math.min(to, firstInput.heardAt)))
  const needed = scripts.filter(({ endedAt }) => endedAt <= interactive)
  return {
    ...{ there, interactive, whole, shift, files: needed.length },
    answer: firstInput.paintedAt - firstInput.at,
    transferred: needed.reduce((sum, { transferred }) => sum + transferred, 0),
    gzip: needed.reduce((sum, { path }) => sum + gzipOf(path), 0),
  }
}
