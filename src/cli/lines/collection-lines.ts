import type { App } from '../../app.ts'
import type { ShownCollection } from '../../collect/store.ts'
import type { DayShift } from '../../inventory/history/interval-queries.ts'
import { feedWords } from '../../language/fleet-words.ts'
import { type Phrase, say } from '../../language/language.ts'
import { LEDGER_WORDS } from '../../language/ledger-words.ts'
import { countWords } from '../../language/list-words.ts'
import { deliveryLines } from './delivery-lines.ts'
import type { Speaker } from './machine-lines.ts'
import { takenWords } from './run-lines.ts'
import { shownText } from './terminal-text.ts'

/** A collection: of which source and day, what came, what it came to, what was wrong with it, who accepted it. */
export function collectionLines(collection: ShownCollection, speaker: Speaker): string[] {
  const { id, run, source, day, state, startedAt, endedAt } = collection
  const { language, clock } = speaker
  const words = (phrase: Phrase) => say(phrase, language)
  const head = [`C${id}`, words(feedWords(source)), day, words(LEDGER_WORDS[state]), `R${run}`]
  const acceptable = collection.overtakenBy === null ? id : null
  const delivery = { ...collection, collection: acceptable, failure: collection.error }
  return [
    shownText(head.join('  ')),
    `  ${clock(startedAt)} - ${clock(endedAt)}`,
    ...originLines(collection),
    ...[...readPhrases(collection), ...lifePhrases(collection, clock)].map((phrase) =>
      shownText(`  ${words(phrase)}`),
    ),
    ...deliveryLines(delivery, language),
  ]
}

function originLines({ origin, inputHash }: ShownCollection): string[] {
  return [
    ...(origin === null ? [] : [shownText(`  ${origin}`)]),
    ...(inputHash === null ? [] : [`  SHA-256 ${inputHash}`]),
  ]
}

/** How much was read, of what was read at all, and what it came to. */
function readPhrases(collection: ShownCollection): Phrase[] {
  const { state, holds, history } = collection
  const isUnread = state === 'failed' || holds.some(({ code }) => code === 'header-not-found')
  return [
    ...(isUnread ? [] : [takenWords(collection)]),
    ...(history === null ? [] : [shiftWords(history)]),
  ]
}

function shiftWords({ opened, changed, closed, unchanged }: DayShift): Phrase {
  const [came, other, gone, same] = [opened, changed, closed, unchanged].map(countWords)
  return {
    en: `In the history: ${came?.en} new, ${other?.en} changed, ${gone?.en} gone, ${same?.en} the same`,
    es: `En la historia: ${came?.es} nuevos, ${other?.es} cambiados, ${gone?.es} idos, ${same?.es} iguales`,
  }
}

/** What people and later events made of it. */
function lifePhrases(
  { acceptedBy, acceptedAt, acceptReason, isPruned, overtakenBy, state }: ShownCollection,
  clock: App['clock'],
): Phrase[] {
  const why = acceptReason === null ? '' : ` (${acceptReason})`
  const at = acceptedAt === null ? '' : `, ${clock(acceptedAt)}`
  const isOpen = state === 'held' || state === 'partial'
  return [
    ...(acceptedBy === null ? [] : [acceptedWords(`${acceptedBy}${at}${why}`)]),
    ...(isPruned ? [PRUNED] : []),
    ...(overtakenBy === null ? [] : [overtakenWords(overtakenBy, isOpen)]),
  ]
}

function acceptedWords(who: string): Phrase {
  return { en: `Accepted by ${who}`, es: `Aceptado por ${who}` }
}

const PRUNED: Phrase = {
  en: 'No longer kept: it cannot be asked as of that day.',
  es: 'Ya no se conserva: no se puede consultar ese día.',
}

/** Of a day that was tried again only the last try can be accepted. */
function overtakenWords(by: number, isOpen: boolean): Phrase {
  return isOpen
    ? {
        en: `That day was tried again: C${by} is the last try, and the only one that can be accepted.`,
        es: `Ese día se intentó de nuevo: C${by} es el último intento, y el único que se puede aceptar.`,
      }
    : {
        en: `That day was tried again: C${by} is the last try.`,
        es: `Ese día se intentó de nuevo: C${by} es el último intento.`,
      }
}
