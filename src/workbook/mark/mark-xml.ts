/** From the first character to just after the last. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** One tag of an XML text, by its place in it. */
export interface XmlTag extends Place {
  readonly kind: 'open' | 'close' | 'empty'
  /** As written, with its prefix. */
  readonly name: string
}

/** An element by the places of its tags. */
export interface XmlElement extends Place {
  readonly name: string
  /** Without its prefix. */
  readonly local: string
  /** The opening tag alone, as written. */
  readonly tag: string
  readonly empty: boolean
  /** Where the content begins and ends; both at `end` for an empty element. */
  readonly contentStart: number
  readonly contentEnd: number
}

/** The root element; throws `SyntaxError` when there is none. */
export function rootElement(xml: string): XmlElement {
  for (let from = 0; ; ) {
    const tag = nextTag(xml, from)
    if (tag === null) throw new SyntaxError('no-root')
    if (tag.kind !== 'close') return elementAt(xml, tag)
    from = tag.end
  }
}

/** The elements directly inside `parent`, in order. */
export function childElements(
  xml: string,
  parent: Pick<XmlElement, 'contentStart' | 'contentEnd'>,
): XmlElement[] {
  const children: XmlElement[] = []
  for (let from = parent.contentStart; ; ) {
    const tag = nextTag(xml, from)
    if (tag === null || tag.start >= parent.contentEnd) return children
    const child = elementAt(xml, tag)
    children.push(child)
    from = child.end
  }
}

/** The first element directly inside `parent` of that name, prefix aside. */
export function childNamed(xml: string, parent: XmlElement, local: string): XmlElement | null {
  return childElements(xml, parent).find((child) => child.local === local) ?? null
}

/** The text with `addition` as the last thing inside `element`. */
export function withLastChild(xml: string, element: XmlElement, addition: string): string {
  if (!element.empty)
    return splice(xml, { start: element.contentEnd, end: element.contentEnd }, addition)
  return splice(xml, element, openedTag(element, addition))
}

/** The text with `addition` as the first thing inside `element`. */
export function withFirstChild(xml: string, element: XmlElement, addition: string): string {
  if (!element.empty)
    return splice(xml, { start: element.contentStart, end: element.contentStart }, addition)
  return splice(xml, element, openedTag(element, addition))
}

/** Text with what stands at a place replaced. */
export function splice(text: string, { start, end }: Place, by: string): string {
  return text.slice(0, start) + by + text.slice(end)
}

/** Prefix of a name with its colon, '' when it has none. @example prefixOf('x:row') // => 'x:' */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1)
}

/** Our own markup with a prefix on each element that has none. */
export function withPrefix(markup: string, prefix: string): string {
  return prefix === '' ? markup : markup.replace(/<(\/?)(?=[a-zA-Z]+[\s/>])/g, `<$1${prefix}`)
}

/** The next tag from `from` on, past comments and character data; null when none is complete. */
export function nextTag(xml: string, from: number): XmlTag | null {
  for (let start = xml.indexOf('<', from); start >= 0; ) {
    const past = endOfAside(xml, start)
    if (past === null) return null
    if (past === start) return tagAt(xml, start)
    start = xml.indexOf('<', past)
  }
  return null
}

/** Where a comment, character data or instruction that begins at `start` ends; `start` for a tag. */
function endOfAside(xml: string, start: number): number | null {
  const second = xml[start + 1]
  if (second === undefined) return null
  if (second === '?') return endAfter(xml, '?>', start)
  if (second !== '!') return start
  if (xml.startsWith('<!--', start)) return endAfter(xml, '-->', start + 4)
  if (xml.startsWith('<![CDATA[', start)) return endAfter(xml, ']]>', start)
  if (xml.length < start + 9) return null
  throw new SyntaxError(`unexpected-declaration: ${xml.slice(start, start + 20)}`)
}

/** The tag that begins at `start`; null when the text ends inside it. */
function tagAt(xml: string, start: number): XmlTag | null {
  const end = tagEnd(xml, start)
  if (end === null) return null
  const closing = xml[start + 1] === '/'
  const name = /[^\s/>]+/y
  name.lastIndex = closing ? start + 2 : start + 1
  const found = name.exec(xml)
  if (found === null) throw new SyntaxError(`no-tag-name: ${xml.slice(start, start + 20)}`)
  const kind = closing ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open'
  return { kind, name: found[0], start, end }
}

function tagEnd(xml: string, start: number): number | null {
  const close = xml.indexOf('>', start)
  if (close < 0) return null
  const quote = /["'>]/g
  quote.lastIndex = start
  for (let mark = quote.exec(xml); mark !== null; mark = quote.exec(xml)) {
    if (mark[0] === '>') return mark.index + 1
    const closing = xml.indexOf(mark[0], mark.index + 1)
    if (closing < 0) return null
    quote.lastIndex = closing + 1
  }
  return null
}

function elementAt(xml: string, tag: XmlTag): XmlElement {
  if (tag.kind === 'close') throw new SyntaxError(`closes-nothing: ${tag.name}`)
  const base = {
    name: tag.name,
    local: tag.name.slice(prefixOf(tag.name).length),
    start: tag.start,
    tag: xml.slice(tag.start, tag.end),
  }
  if (tag.kind === 'empty') {
    return { ...base, end: tag.end, empty: true, contentStart: tag.end, contentEnd: tag.end }
  }
  const close = closingTag(xml, tag)
  return { ...base, end: close.end, empty: false, contentStart: tag.end, contentEnd: close.start }
}

function closingTag(xml: string, open: XmlTag): XmlTag {
  let depth = 1
  for (let from = open.end; ; ) {
    const tag = nextTag(xml, from)
    if (tag === null) throw new SyntaxError(`never-closed: ${open.name}`)
    if (tag.kind === 'open') depth += 1
    if (tag.kind === 'close') depth -= 1
    if (depth === 0) return tag
    from = tag.end
  }
}

function openedTag(element: XmlElement, content: string): string {
  return `${element.tag.replace(/\s*\/>$/, '>')}${content}</${element.name}>`
}

function endAfter(xml: string, ending: string, from: number): number | null {
  const at = xml.indexOf(ending, from)
  return at < 0 ? null : at + ending.length
}
