import type { HttpReason } from './reason.ts'

/** What the bytes of an answer turned out to be. */
export type AnswerBody =
  /** `null` for an empty answer. */
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'json-ends-early' }
  | { readonly kind: 'undecodable'; readonly charset: string }
  | {
      readonly kind: 'not-json'
      readonly looksLike: Extract<HttpReason, 'html' | 'xml' | 'plain-text' | 'binary'>
      readonly text: string
    }

/** Reads an answer as JSON, going by its bytes and not by what it is said to be. */
export function answerBody(bytes: Uint8Array, contentType: string | null): AnswerBody {
  const charset = charsetOf(contentType)
  const text = decoded(bytes, charset)
  if (text === null) {
    const isText = /json|text|xml/iu.test(contentType ?? '')
    return isText
      ? { kind: 'undecodable', charset }
      : { kind: 'not-json', looksLike: 'binary', text: '' }
  }
  if (text.trim() === '') return { kind: 'json', body: null }
  try {
    return { kind: 'json', body: JSON.parse(text) }
  } catch {
    if (endsEarly(text)) return { kind: 'json-ends-early' }
    return { kind: 'not-json', looksLike: looksLike(text), text }
  }
}

/** The text of an answer that only tells of a failure: what cannot be decoded is marked in it. */
export function failureText(bytes: Uint8Array, contentType: string | null): string {
  return decoded(bytes, charsetOf(contentType)) ?? new TextDecoder('latin1').decode(bytes)
}

function charsetOf(contentType: string | null): string {
  const [, charset = 'utf-8'] = /charset\s*=\s*"?([\w.:-]+)/iu.exec(contentType ?? '') ?? []
  return charset.toLowerCase()
}

/** Null when the bytes are no text of that character set, or nobody knows the set. */
function decoded(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const QUOTE = '"'
const CLOSER: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/** True when what begins as JSON ends within a text, a list or an object. */
function endsEarly(text: string): boolean {
  if (!/^\s*[{["]/u.test(text)) return false
  const open: string[] = []
  let isInText = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (isInText && character === '\\') at += 1
    else if (character === QUOTE) isInText = !isInText
    else if (isInText) continue
    else if (CLOSER[character]) open.push(CLOSER[character])
    else if ((character === '}' || character === ']') && open.pop() !== character) return false
  }
  return isInText || open.length > 0
}

function looksLike(text: string) {
  if (/^\s*<\?xml/iu.test(text)) return 'xml'
  if (/^\s*</u.test(text)) return 'html'
  return /[^\P{Cc}\t\n\v\f\r]/u.test(text) ? 'binary' : 'plain-text'
}
