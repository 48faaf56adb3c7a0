import { parentPort, workerData } from 'node:worker_threads'
import { makeChance } from '../demo/chance.ts'
import type { Finding } from './found.ts'
import { type InputRecord, noteClosing, noteInput } from './input-record.ts'
import type { OpenTarget, Place } from './target.ts'
import { TARGETS } from './targets.ts'

/** What a thread is to try. */
export interface ThreadOrder {
  readonly name: string
  readonly place: Place
  readonly seed: number
  readonly from: number
  readonly inputs: number
  readonly given: Uint8Array | null
  readonly record: InputRecord
}

/** What a thread tells of the inputs since it spoke last. */
export interface ThreadWord {
  readonly endings: ReadonlyMap<string, number>
  readonly findings: readonly (Omit<Finding, 'input'> & { readonly input: Uint8Array })[]
  /** Memory of the whole process. */
  readonly bytes: number
}

/** After so many inputs it says how it goes. */
const SPEAKS_EACH = 50
/** Far apart, so that seeds that are neighbours share no inputs. */
const SEED_STEP = 0x9e3779b1

const order: ThreadOrder = workerData
const target = TARGETS.find(({ name }) => name === order.name)
if (target) await tryAll(await (await target.load())(order.place))

async function tryAll(open: OpenTarget): Promise<void> {
  const { record, seed, from, inputs, given } = order
  let word = silence()
  for (let at = from; at < inputs; at += 1) {
    const chance = makeChance(Math.imul(seed + 1, SEED_STEP) + at)
    const input = given ? Buffer.from(given) : await open.make(chance)
    noteInput(record, at, input)
    try {
      const ending = await open.run(input)
      word.endings.set(ending, (word.endings.get(ending) ?? 0) + 1)
    } catch (error) {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
      word.findings.push({ target: order.name, kind: 'threw', at, said, input })
    }
    if (at % SPEAKS_EACH > 0 && word.findings.length === 0 && at + 1 < inputs) continue
    parentPort?.postMessage({ ...word, bytes: process.memoryUsage.rss() } satisfies ThreadWord)
    word = silence()
  }
  noteClosing(record)
  await open.close()
}

function silence() {
  return { endings: new Map<string, number>(), findings: [] as ThreadWord['findings'][number][] }
}
