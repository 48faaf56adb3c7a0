import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Seconds of each series. */
export interface FitTimes {
  readonly seconds: readonly number[]
  /** What the processors spent on all of them. */
  readonly processorSeconds: number
  /** The same once more in the same process; of Muster only, as nothing of the peer is compiled while it runs. */
  readonly warmSeconds?: readonly number[]
  /** With the search for an order; of Muster only. */
  readonly searchSeconds?: readonly number[]
}

/** What a side did with all series of a kind. */
export interface Fitted extends FitTimes {
  /** Exact log-likelihood of what it found, by one function for all sides. */
  readonly logLikelihoods: readonly number[]
}

/** The files both sides read and write, and the Python of the peer. */
export interface Place {
  readonly python: string
  readonly seriesFile: string
  readonly fitsFile: string
}

const OWN = join(import.meta.dirname, 'fit-process.ts')
const PEER = join(import.meta.dirname, '../peer/sarimax.py')

/** Fits all series in a process of its own. */
export function fitAsMuster(place: Place): Fitted {
  const { seriesFile, fitsFile } = place
  return judged(place, say(process.execPath, [OWN, seriesFile, fitsFile]))
}

/** Fits all series with statsmodels; where asked, it differences them before the filter sees them. */
export function fitAsPeer(place: Place, isDifferencedFirst: boolean): Fitted {
  const { python, seriesFile, fitsFile } = place
  const option = isDifferencedFirst ? ['--difference-first'] : []
  return judged(place, say(python, [PEER, 'fit', seriesFile, fitsFile, ...option]))
}

function judged({ python, seriesFile, fitsFile }: Place, said: string): Fitted {
  const times: FitTimes = JSON.parse(said)
  const logLikelihoods: number[] = JSON.parse(say(python, [PEER, 'judge', seriesFile, fitsFile]))
  return { ...times, logLikelihoods }
}

function say(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8' })
}
