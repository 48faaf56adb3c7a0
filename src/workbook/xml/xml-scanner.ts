import { refuseBeyond } from '../workbook-limits.ts'
import { corrupt, type PartSource } from '../zip/part-source.ts'
import { createByteQueue } from './byte-queue.ts'
import { indexOfByte, localName, nameEnd, tagEnd } from './xml-bytes.ts'
import { decodeXmlText, oneLineEnd } from './xml-text.ts'

/** A start tag as the scanner stands on it. Reused for the next one: read it at once. */
export interface XmlTag {
  /** Without its namespace prefix. */
  name: string
  bytes: Buffer
  /** Where its attributes stand in `bytes`. */
  from: number
  to: number
  /** Set by who is told of it: of what the element holds nothing is to be told, only its end. */
  isUnwanted: boolean
}

/** What is told of each tag. The root element has depth 1; an empty tag is opened and closed. */
export interface XmlHandler {
  open(tag: XmlTag, depth: number): void
  close(name: string, depth: number): void
  /** Text of the element opened last; may come in several pieces. `read` only if it is wanted. */
  text(read: () => string): void
}

/** Takes the bytes of an XML part in chunks of any size. */
export interface XmlScanner {
  feed(chunk: Buffer): void
  /** Refuses a part that ends too early. */
  end(): void
}

export interface XmlScan {
  readonly source: PartSource
  readonly handler: XmlHandler
  /** No tag and no text between two tags may be longer. */
  readonly mostTokenBytes: number
}

const LESS = 0x3c
const GREATER = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const CDATA = '<![CDATA['
const COMMENT = '<!--'

/** A scanner of UTF-8 XML that holds no more than one token, and knows no document types or entities. */
export function createXmlScanner({ source, handler, mostTokenBytes }: XmlScan): XmlScanner {
  const queue = createByteQueue()
  const tag: XmlTag = { name: '', bytes: queue.take(), from: 0, to: 0, isUnwanted: false }
  let bytes: Buffer = tag.bytes
  let at = 0
  let depth = 0
  /** Depth of the unwanted element we are inside of; beyond any depth when there is none. */
  let unwanted = Number.POSITIVE_INFINITY

  function feed(chunk: Buffer): void {
    const ready = queue.add(chunk)
    if (ready !== null) scan(ready)
  }

  function scan(ready: Buffer): void {
    bytes = ready
    at = 0
    while (toNextTag() && token());
    const rest = bytes.subarray(at)
    refuseBeyond(mostTokenBytes, rest.length, { file: source.file, what: 'cell-characters' })
    queue.keep(rest)
  }

  /** Tells the text before the next `<` and goes there; false when there is none yet. */
  function toNextTag(): boolean {
    const less = indexOfByte(bytes, LESS, at)
    if (less < 0) return false
    const from = at
    at = less
    if (less > from && depth < unwanted) {
      handler.text(() => decodeXmlText(source, bytes.toString('utf8', from, less)))
    }
    return true
  }

  /** Goes past the token at the `<`; false when it is not whole yet. */
  function token(): boolean {
    const second = bytes[at + 1]
    if (second === undefined) return false
    if (second === SLASH) return endTag()
    if (second === BANG) return declaration()
    if (second === QUESTION) return goPast(bytes.indexOf('?>', at + 2), 2)
    return startTag()
  }

  function startTag(): boolean {
    const greater = tagEnd(bytes, at)
    if (greater < 0) return false
    const isEmpty = bytes[greater - 1] === SLASH
    depth++
    if (depth <= unwanted) tell(isEmpty ? greater - 1 : greater)
    if (isEmpty) close(tag.name)
    return goPast(greater, 1)
  }

  function tell(to: number): void {
    tag.bytes = bytes
    tag.to = to
    tag.from = nameEnd(bytes, at + 1, to)
    tag.name = localName(bytes, at + 1, tag.from)
    tag.isUnwanted = false
    handler.open(tag, depth)
    if (tag.isUnwanted) unwanted = depth
  }

  function endTag(): boolean {
    const greater = indexOfByte(bytes, GREATER, at)
    if (greater < 0) return false
    close(depth > unwanted ? '' : localName(bytes, at + 2, nameEnd(bytes, at + 2, greater)))
    return goPast(greater, 1)
  }

  function close(name: string): void {
    if (depth === 0) corrupt(source, `closes-nothing: ${name}`)
    if (depth <= unwanted) {
      unwanted = Number.POSITIVE_INFINITY
      handler.close(name, depth)
    }
    depth--
  }

  function declaration(): boolean {
    const from = at + CDATA.length
    const start = bytes.toString('latin1', at, from)
    if (start.startsWith(COMMENT)) return goPast(bytes.indexOf('-->', at + COMMENT.length), 3)
    if (start === CDATA) {
      const to = bytes.indexOf(']]>', from)
      if (to >= 0 && depth < unwanted) {
        handler.text(() => oneLineEnd(bytes.toString('utf8', from, to)))
      }
      return goPast(to, 3)
    }
    if (CDATA.startsWith(start) || COMMENT.startsWith(start)) return false
    return corrupt(source, 'document-type')
  }

  function goPast(found: number, length: number): boolean {
    if (found >= 0) at = found + length
    return found >= 0
  }

  function end(): void {
    scan(queue.take())
    if (depth > 0 || queue.take().toString('latin1').trim() !== '') {
      corrupt(source, 'ends-early')
    }
  }

  return { feed, end }
}
