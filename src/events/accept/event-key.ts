import type { AcceptedEvent } from './event.ts'

/** SHA-256 of the UTF-8 of a text, in hexadecimal digits, small letters. */
export type HashText = (text: string) => string

/** By what an event is recognised when it comes again. */
export interface EventIdentity
  extends Pick<AcceptedEvent, 'source' | 'at' | 'metric' | 'subject' | 'dimensions'> {
  /** Its own at its source; null where it brings none. */
  readonly id: string | null
}

const KEY_BYTES = 16

/** The key of an event: the same for all that are one event, whatever file they come in. */
export function eventKey(identity: EventIdentity, hash: HashText): Uint8Array {
  const digits = hash(identityText(identity))
  const key = new Uint8Array(KEY_BYTES)
  for (let at = 0; at < KEY_BYTES; at += 1) {
    key[at] = hexDigit(digits.charCodeAt(2 * at)) * 16 + hexDigit(digits.charCodeAt(2 * at + 1))
  }
  return key
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

/** The value of one of 0123456789abcdef. */
function hexDigit(code: number): number {
  return code < 0x3a ? code - 0x30 : code - 0x57
}
