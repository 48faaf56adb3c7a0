import { createHash } from 'node:crypto'
import type { App } from '../app.ts'
import type { Hearer } from '../db/heard-changes.ts'
import { type Day, dayIn } from '../lib/day.ts'

/** Whatever else an answer rests on, such as the hour, is looked at again after so long. */
const LOOK_AGAIN_MS = 60_000
/** Nobody is given what is older; until then whoever asks first is not made to wait for the look. */
const REMEMBERED_MS = 120_000
const MOST_BYTES = 32_000_000
/** What is longer is asked for seldom, and would push out much. */
const MOST_OF_ONE = 1_000_000

/** An answer as it is sent: encoded once, and known by its tag. */
export interface EncodedAnswer {
  readonly body: Buffer
  readonly etag: string
}

interface Remembered {
  readonly answer: EncodedAnswer
  /** When it was worked out, in milliseconds. */
  readonly at: number
}

/** Answers as they were sent, kept while nothing changes. */
export interface RememberedAnswers extends Hearer {
  /** The answer to a question, worked out once for all who ask it meanwhile. */
  answer(question: string, workOut: () => Promise<string>): Promise<EncodedAnswer>
}

/** What a question and its place take, as far as it matters: no answer is so short that any number can be kept. */
const BYTES_OF_ONE = 1_000

/** Keeps so many bytes; what was asked for longest ago goes first. */
function recentFirst(mostBytes: number) {
  const kept = new Map<string, Remembered>()
  let bytes = 0

  function drop(key: string): void {
    const known = kept.get(key)
    if (known === undefined) return
    bytes -= known.answer.body.length + BYTES_OF_ONE
    kept.delete(key)
  }

  function set(key: string, remembered: Remembered): void {
    drop(key)
    const { length } = remembered.answer.body
    if (length > MOST_OF_ONE) return
    kept.set(key, remembered)
    bytes += length + BYTES_OF_ONE
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) return
      drop(oldest)
    }
  }

  return {
    set,
    get(key: string): Remembered | undefined {
      const known = kept.get(key)
      if (known !== undefined) set(key, known)
      return known
    },
    clear() {
      kept.clear()
      bytes = 0
    },
  }
}

/** What an answer depends on beside what is kept: none of one day is given on another. */
export interface AnswerClock {
  now(): Date
  today(): Day
}

/** Remembers nothing until it hears of changes. */
export function rememberedAnswers(
  { now, today }: AnswerClock,
  mostBytes = MOST_BYTES,
): RememberedAnswers {
  const answers = recentFirst(mostBytes)
  const underWay = new Map<string, Promise<EncodedAnswer>>()
  let isHearing = false
  let isLookingAgain = false
  /** How often something changed: what was begun before is not kept after it. */
  let generation = 0

  function forget(): void {
    generation += 1
    underWay.clear() // whoever asks from now on is told of what is new
    answers.clear()
  }

  function find(key: string): Remembered | undefined {
    const known = answers.get(key)
    return known === undefined || ageOf(known) >= REMEMBERED_MS ? undefined : known
  }

  const ageOf = ({ at }: Remembered) => now().getTime() - at

  /** One at a time, beside what people wait for. What fails is asked for again once the old answer is too old. */
  function lookAgain(key: string, workOut: () => Promise<string>): void {
    if (isLookingAgain) return
    isLookingAgain = true
    const done = () => {
      isLookingAgain = false
    }
    workOutOnce(key, workOut).then(done, done)
  }

  async function workOutOnce(key: string, workOut: () => Promise<string>): Promise<EncodedAnswer> {
    const begun = generation
    const startedAt = now().getTime()
    const answering = workOut().then(encoded)
    underWay.set(key, answering)
    try {
      const answer = await answering
      if (begun === generation) answers.set(key, { answer, at: startedAt })
      return answer
    } finally {
      if (underWay.get(key) === answering) underWay.delete(key)
    }
  }

  return {
    async answer(question, workOut) {
      if (!isHearing) return encoded(await workOut())
      const key = `${today()} ${question}`
      const known = find(key)
      if (known === undefined) return underWay.get(key) ?? workOutOnce(key, workOut)
      if (ageOf(known) >= LOOK_AGAIN_MS) lookAgain(key, workOut)
      return known.answer
    },
    changed: forget,
    hears() {
      forget()
      isHearing = true
    },
    deaf() {
      isHearing = false
      forget()
    },
  }
}

/** In memory of its own: a short one in the pool that buffers share would keep all of that as long as it is kept. */
function encoded(text: string): EncodedAnswer {
  const body = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  body.write(text)
  return { body, etag: `"${createHash('sha256').update(body).digest('base64')}"` }
}

/** Memory for the answers of this program, by the days of its time zone. */
export function answersOf({ now, settings }: Pick<App, 'now' | 'settings'>): RememberedAnswers {
  return rememberedAnswers({ now, today: () => dayIn(settings.timeZone, now()) })
}
