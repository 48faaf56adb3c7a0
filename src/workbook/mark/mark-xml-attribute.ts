import { xmlAttribute } from '../write/write-text.ts'

const ATTRIBUTE = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITY = /&(#x[0-9a-f]+|#[0-9]+|amp|lt|gt|quot|apos);/gi
const LAST_CODE_POINT = 0x10ffff
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The value of a tag's attribute by its name as written (`r`, `r:id`), or null. */
export function attribute(tag: string, name: string): string | null {
  return find(tag, (found) => found === name)?.value ?? null
}

/** The first attribute that carries a prefix and this name after it: `id` finds `r:id`. */
export function prefixedAttribute(
  tag: string,
  local: string,
): { readonly name: string; readonly value: string } | null {
  return find(tag, (found) => found.endsWith(`:${local}`) && !found.startsWith('xmlns:'))
}

/**
 * A prefix that stands for `namespace` inside these tags, given from the outermost to the innermost;
 * null when they declare none. What their siblings declare says nothing.
 */
export function prefixInScope(tags: readonly string[], namespace: string): string | null {
  const namespaceByPrefix = new Map<string, string>()
  for (const match of tags.flatMap((tag) => [...tag.matchAll(ATTRIBUTE)])) {
    const [, name = '', double, single] = match
    if (!name.startsWith('xmlns:')) continue
    namespaceByPrefix.set(name.slice('xmlns:'.length), unescapeXml(double ?? single ?? ''))
  }
  return [...namespaceByPrefix].find(([, bound]) => bound === namespace)?.[0] ?? null
}

/** The tag with the attribute set, in its place when it was there, else as the last one. */
export function withAttribute(tag: string, name: string, value: string | number): string {
  const held = `${name}="${xmlAttribute(String(value))}"`
  const found = find(tag, (other) => other === name)
  if (found) return tag.slice(0, found.start) + held + tag.slice(found.end)
  return tag.replace(/\s*(\/?>)$/, ` ${held}$1`)
}

/** The tag without the attribute. */
export function withoutAttribute(tag: string, name: string): string {
  const found = find(tag, (other) => other === name)
  return found ? tag.slice(0, found.start).trimEnd() + tag.slice(found.end) : tag
}

/** Text with its entities resolved. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (_whole, name: string) => NAMED[name.toLowerCase()] ?? numbered(name))
}

/** The character of a numbered entity, as `#x41` or `#65`. */
function numbered(name: string): string {
  const code = Number(name.slice(1).replace(/^x/i, '0x'))
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '\ufffd'
}

interface FoundAttribute {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

function find(tag: string, accepts: (name: string) => boolean): FoundAttribute | null {
  for (const match of tag.matchAll(ATTRIBUTE)) {
    const [whole, name = '', double, single] = match
    if (!accepts(name)) continue
    const value = unescapeXml(double ?? single ?? '')
    return { name, value, start: match.index, end: match.index + whole.length }
  }
  return null
}
