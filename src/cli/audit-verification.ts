import {
  type BrokenChain,
  type ChainBreak,
  type ChainHead,
  headText,
} from '../access/audit/chain.ts'
import { auditStore } from '../access/audit/store.ts'
import type { App } from '../app.ts'
import { type Phrase, say } from '../language/language.ts'
import { countWords } from '../language/list-words.ts'
import { AppError } from '../lib/errors.ts'
import type { Answer } from './answer.ts'
import type { Call, CommandOption } from './command.ts'

export const HEAD_OPTION: CommandOption = {
  flags: '--head <entry>',
  means: {
    en: 'with verify: an end of the trail that was noted before, as verify prints it',
    es: 'con verify: un final del rastro que se anotó antes, como lo muestra verify',
  },
}

/** Walks the trail of who did what, and says where it breaks. */
export async function auditVerification(app: App, { option }: Call): Promise<Answer> {
  const { head, broken } = await auditStore(app.database).verify(askedHead(option('head')))
  const end = headText(head)
  const told = broken ? brokenWords(broken) : wholeWords(head.n, end)
  return {
    ending: broken ? 'failed' : 'agreed',
    document: { isWhole: broken === null, entries: head.n, head: end, broken },
    lines: [say(told, app.language)],
  }
}

/** @example askedHead('12:9f…') // => { n: 12, hash: ... }; throws `command.bad-argument` */
function askedHead(text: string | null): ChainHead | null {
  if (text === null) return null
  const [, n, hash] = /^(\d{1,15}):([\da-f]{64})$/u.exec(text) ?? []
  if (n !== undefined && hash !== undefined) return { n: Number(n), hash: Buffer.from(hash, 'hex') }
  const wanted = `12:${'9f'.repeat(32)}`
  throw new AppError('command.bad-argument', { argument: '--head <entry>', value: text, wanted })
}

function wholeWords(n: number, end: string): Phrase {
  const count = countWords(n)
  return {
    en: `The trail is whole: ${count.en} entries, each following on the one before. Its end, to be noted elsewhere: ${end}`,
    es: `El rastro está entero: ${count.es} anotaciones, cada una a continuación de la anterior. Su final, para anotarlo aparte: ${end}`,
  }
}

function brokenWords({ n, problem }: BrokenChain): Phrase {
  const { en, es } = BREAKS[problem]
  return {
    en: `The trail breaks at entry ${n}: ${en}. Compare it with a backup from before.`,
    es: `El rastro se rompe en la anotación ${n}: ${es}. Compárelo con una copia de respaldo anterior.`,
  }
}

const BREAKS: Readonly<Record<ChainBreak, Phrase>> = {
  missing: { en: 'it was removed', es: 'se quitó' },
  altered: { en: 'its content was altered', es: 'se alteró su contenido' },
  'out-of-chain': {
    en: 'it does not follow on the one before, so one of the two was slipped in',
    es: 'no sigue a la anterior, así que una de las dos se coló',
  },
}
