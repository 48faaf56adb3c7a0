/** What came of one fault. */
export interface Verdict {
  /** What was there, or had been acknowledged, and is not there. */
  readonly lost: readonly string[]
  /** What is not as it must be. */
  readonly wrong: readonly string[]
}

/** What came of all faults of a drill. */
export interface DrillResult {
  readonly drill: string
  readonly attempts: number
  /** Attempts after which everything was as it must be. */
  readonly recovered: number
  readonly lost: number
  readonly wrong: number
  /** Each loss and each wrong, with the attempt in which it was seen. */
  readonly faults: readonly string[]
  /** What could not be tried here, and why. */
  readonly notRun: readonly string[]
  /** What was met on the way, and how often. */
  readonly seen: Readonly<Record<string, number>>
  readonly seconds: number
}

/** Counts what came of the faults of one drill. */
export interface Tally {
  /** Tries one fault; what it throws is wrong. */
  attempt(how: string, work: () => Promise<Verdict>): Promise<void>
  /** Runs the drill itself: one that breaks down is wrong, and the next still has its turn. */
  whole(run: () => Promise<void>): Promise<void>
  notRun(what: string, why: string): void
  /** Counts something met on the way. */
  saw(what: string): void
  result(): DrillResult
}

/** Starts a count; `tell` hears of each fault at once. */
export function startTally(drill: string, tell: (words: string) => void): Tally {
  const from = performance.now()
  const counts = { attempts: 0, recovered: 0, lost: 0, wrong: 0 }
  const faults: string[] = []
  const notRun: string[] = []
  const seen: Record<string, number> = {}
  const keep = (kind: 'lost' | 'wrong', how: string, what: string) => {
    counts[kind] += 1
    faults.push(`${kind}, attempt ${counts.attempts}, ${how}: ${what}`)
    tell(`${drill}: ${faults.at(-1)}`)
  }
  return {
    async whole(run) {
      await run().catch((error: unknown) => {
        for (const each of failed(error).wrong) keep('wrong', 'outside of any', each)
      })
    },
    async attempt(how, work) {
      counts.attempts += 1
      const { lost, wrong } = await work().catch((error: unknown) => failed(error))
      for (const each of lost) keep('lost', how, each)
      for (const each of wrong) keep('wrong', how, each)
      if (lost.length + wrong.length === 0) counts.recovered += 1
    },
    notRun(what, why) {
      notRun.push(`${what}: ${why}`)
      tell(`${drill}: not run: ${what}: ${why}`)
    },
    saw(what) {
      seen[what] = (seen[what] ?? 0) + 1
    },
    result: () => {
      const seconds = Math.round((performance.now() - from) / 100) / 10
      return { drill, ...counts, faults, notRun, seen, seconds }
    },
  }
}

function failed(error: unknown): Verdict {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { lost: [], wrong: [`the drill itself failed: ${said}`] }
}
