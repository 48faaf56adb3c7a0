import type { Hearer } from '../db/heard-changes.ts'

/** Whatever else an answer rests on, such as the hour, is looked at again after so long. */
const REMEMBERED_MS = 60_000
const MOST_CHARACTERS = 32_000_000
/** What is longer is asked for seldom, and would push out much. */
const MOST_OF_ONE = 1_000_000

interface Remembered {
  readonly text: string
  readonly until: number
}

/** Answers as they were sent, kept while nothing changes. */
export interface RememberedAnswers extends Hearer {
  /** The answer to a question, worked out once for all who ask it meanwhile. */
  answer(
    key: string,
    workOut: () => Promise<string>,
  ): Promise<{ readonly text: string; readonly isRemembered: boolean }>
}

/** Remembers nothing until it hears of changes. */
export function rememberedAnswers(
  now: () => Date,
  mostCharacters = MOST_CHARACTERS,
): RememberedAnswers {
  const answers = new Map<string, Remembered>()
  const underWay = new Map<string, Promise<string>>()
  let isHearing = false
  let characters = 0
  /** How often something changed: what was begun before is not kept after it. */
  let generation = 0

  function drop(key: string): void {
    characters -= answers.get(key)?.text.length ?? 0
    answers.delete(key)
  }

  function keep(key: string, answer: Remembered): void {
    drop(key)
    if (answer.text.length > MOST_OF_ONE) return
    answers.set(key, answer)
    characters += answer.text.length
    for (const oldest of answers.keys()) {
      if (characters <= mostCharacters) return
      drop(oldest)
    }
  }

  function forget(): void {
    generation += 1
    underWay.clear() // whoever asks from now on is told of what is new
    answers.clear()
    characters = 0
  }

  function find(key: string): string | undefined {
    const known = answers.get(key)
    if (known === undefined || known.until <= now().getTime()) return undefined
    answers.delete(key) // and put last: what was asked for longest ago goes first
    answers.set(key, known)
    return known.text
  }

  async function workOutOnce(key: string, workOut: () => Promise<string>): Promise<string> {
    const begun = generation
    const answering = workOut()
    underWay.set(key, answering)
    try {
      const text = await answering
      if (begun === generation) keep(key, { text, until: now().getTime() + REMEMBERED_MS })
      return text
    } finally {
      if (underWay.get(key) === answering) underWay.delete(key)
    }
  }

  return {
    async answer(key, workOut) {
      if (!isHearing) return { text: await workOut(), isRemembered: false }
      const known = find(key) ?? underWay.get(key)
      if (known !== undefined) return { text: await known, isRemembered: true }
      return { text: await workOutOnce(key, workOut), isRemembered: false }
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
