import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Finding } from './found.ts'
import { CLOSING, currentInput, type InputRecord, inputRecord } from './input-record.ts'
import type { Place, Target } from './target.ts'
import type { ThreadOrder, ThreadWord } from './target-thread.ts'

export interface FuzzedTarget {
  readonly target: string
  readonly inputs: number
  readonly seconds: number
  /** The most memory of the whole process while it ran. */
  readonly peakBytes: number
  /** How often each ending was reached. */
  readonly endings: ReadonlyMap<string, number>
  readonly findings: readonly Finding[]
}

export interface TargetOrder {
  readonly place: Place
  readonly seed: number
  readonly inputs: number
  /** To be tried instead of inputs by chance. */
  readonly given: Buffer | null
}

/** No input may take longer: all of them are small. */
const DEADLINE_MS = 20_000
/** To start a server, a database and what it holds, and to take them down. */
const OPENING_MS = 180_000
const LOOK_EACH_MS = 100
/** Of the heap of the thread a target runs in. */
const HEAP_MB = 768
/** Of the whole process, buffers included. */
const MOST_BYTES = 2_500_000_000
/** What has this many findings is not tried on. */
const MOST_FINDINGS = 20

const THREAD = new URL('./target-thread.ts', import.meta.url)

/** Tries a target with its inputs in a thread that is stopped when one does not end; then goes on with the next. */
export async function runTarget(target: Target, order: TargetOrder): Promise<FuzzedTarget> {
  const started = performance.now()
  const endings = new Map<string, number>()
  const findings: Finding[] = []
  const memory = { peakBytes: 0 }
  let from = 0
  while (from < order.inputs && findings.length < MOST_FINDINGS) {
    const record = inputRecord()
    const ended = await runThread({ target, order, from, record }, (word) => {
      memory.peakBytes = Math.max(memory.peakBytes, word.bytes)
      for (const [ending, count] of word.endings) {
        endings.set(ending, (endings.get(ending) ?? 0) + count)
      }
      findings.push(...word.findings.map((each) => ({ ...each, input: Buffer.from(each.input) })))
    })
    if (ended === null) break
    const { at, input } = currentInput(record)
    if (at < 0) throw new Error(`${target.name} could not be opened or closed: ${ended.said}`)
    findings.push({ ...ended, target: target.name, at, input })
    from = at + 1
  }
  const seconds = (performance.now() - started) / 1000
  const inputs = [...endings.values()].reduce((sum, count) => sum + count, findings.length)
  return { target: target.name, inputs, seconds, endings, findings, ...memory }
}

interface ThreadRun {
  readonly target: Target
  readonly order: TargetOrder
  readonly from: number
  readonly record: InputRecord
}

/** Null where all inputs were tried; else why the thread ended on the way. */
async function runThread(
  { target, order, from, record }: ThreadRun,
  hear: (word: ThreadWord) => void,
): Promise<Pick<Finding, 'kind' | 'said'> | null> {
  const { place, seed, inputs, given } = order
  const workerData: ThreadOrder = { name: target.name, place, seed, from, inputs, given, record }
  const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB }
  const thread = new Worker(THREAD, { workerData, resourceLimits })
  let death: string | null = null
  let isOver = false
  thread.on('message', hear)
  thread.on('error', (error: unknown) => {
    death = error instanceof Error ? (error.stack ?? error.message) : String(error)
  })
  const over = new Promise<void>((done) => thread.once('exit', () => done()))
  over.then(() => {
    isOver = true
  })
  let [last, since] = [record.progress[0], performance.now()]
  while (!isOver) {
    await Promise.race([over, sleep(LOOK_EACH_MS)])
    const bytes = process.memoryUsage.rss()
    const now = performance.now()
    if (record.progress[0] !== last) [last, since] = [record.progress[0], now]
    const mostMs = last === 0 || last === CLOSING ? OPENING_MS : DEADLINE_MS
    if (isOver || (now - since < mostMs && bytes < MOST_BYTES)) continue
    await thread.terminate()
    if (bytes >= MOST_BYTES) return { kind: 'died', said: `it held ${bytes} bytes` }
    return { kind: 'hung', said: `no end after ${mostMs / 1000} s` }
  }
  return death === null ? null : { kind: 'died', said: death }
}
