import type { AcceptedEvent } from './event.ts'

/** SHA-256 of the UTF-8 of a text, in hexadecimal digits, small letters. */
export type HashText = (text: string) => string

/** By what an event is recognised when it comes again. */
export interface EventIdentity
  extends Pick<AcceptedEvent, 'source' | 'at' | 'metric' | 'subject' | 'dimensions'> {
  /** Its own at its source; null where it brings none. */
  readonly id: string | null
}

/** Half of a SHA-256: enough that no two events ever share one. */
const KEY_DIGITS = 32

/** The key of an event, 16 bytes in hexadecimal: the same for all that are one event, whatever file they come in. */
export function eventKey(identity: EventIdentity, hash: HashText): string {
  return hash(identityText(identity)).slice(0, KEY_DIGITS)
}

/**
 * An identity as text, another for each: every part behind its length, so that no part can be taken for
 * two. An event with an id is that id at its source; any other is all that is said of it but the value.
 * Keys are kept for ever, so this never changes.
 */
export function identityText({ id, source, ...event }: EventIdentity): string {
  if (id !== null) return `id ${part(source)}${part(id)}`
  const { at, metric, subject, dimensions } = event
  let text = `event ${part(source)}${part(at)}${part(metric)}${subject === null ? '-' : part(subject)}`
  for (const name of Object.keys(dimensions).sort()) {
    text += part(name) + part(dimensions[name] ?? '')
  }
  return text
}

function part(text: string): string {
  return `${text.length}:${text}`
}
