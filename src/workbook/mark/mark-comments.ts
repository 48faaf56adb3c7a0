import { xmlText } from '../write/write-text.ts'
import type { CellNote } from './mark-note.ts'
import {
  childElements,
  childNamed,
  prefixOf,
  rootElement,
  splice,
  withLastChild,
  withPrefix,
  type XmlElement,
} from './mark-xml.ts'
import { attribute } from './mark-xml-attribute.ts'

export interface CommentsWithNotes {
  readonly xml: string
  /** Notes that became comments of their own and need a box. */
  readonly added: readonly CellNote[]
  /** Notes that follow the text of a comment which was there; its box must grow. */
  readonly joined: readonly CellNote[]
}

const AUTHOR = 'Muster'
/** Author of the stand-in for a thread of comments; its text is not what newer programs show. */
const THREAD_AUTHOR = /^tc=\{/i
const FONT = '<rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>'

/** A comments part without comments. */
export function noComments(mainNamespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${mainNamespace}"><authors/><commentList/></comments>`
}

/**
 * Adds notes to a comments part. A cell that has a comment keeps it with the note below it; a cell
 * that has a thread of comments keeps only that.
 */
export function withNotes(xml: string, notes: readonly CellNote[]): CommentsWithNotes {
  const { text, author } = withAuthor(xml)
  const list = childNamed(text, rootElement(text), 'commentList')
  if (!list) throw new SyntaxError('comments-without-list')
  const authors = authorsOf(text)
  const commentByAddress = commentsByAddress(text, list)
  const added = notes.filter((note) => !commentByAddress.has(note.address))
  const joined = notes.filter((note) => {
    const comment = commentByAddress.get(note.address)
    return comment && !THREAD_AUTHOR.test(authors[Number(attribute(comment.tag, 'authorId'))] ?? '')
  })
  const prefix = prefixOf(list.name)
  const additions = added.map((note) => commentXml(note, author, prefix)).join('')
  const grown = withLastChild(text, list, additions)
  return { xml: joinNotes(grown, joined, commentByAddress), added, joined }
}

function withAuthor(xml: string): { text: string; author: number } {
  const known = authorsOf(xml).indexOf(AUTHOR)
  if (known >= 0) return { text: xml, author: known }
  const root = rootElement(xml)
  const authors = childNamed(xml, root, 'authors')
  if (!authors) throw new SyntaxError('comments-without-authors')
  const name = `${prefixOf(authors.name)}author`
  return {
    text: withLastChild(xml, authors, `<${name}>${AUTHOR}</${name}>`),
    author: childElements(xml, authors).length,
  }
}

function authorsOf(xml: string): string[] {
  const authors = childNamed(xml, rootElement(xml), 'authors')
  const items = authors ? childElements(xml, authors) : []
  return items.map((item) => xml.slice(item.contentStart, item.contentEnd))
}

function commentsByAddress(xml: string, list: XmlElement): Map<string, XmlElement> {
  const comments = childElements(xml, list)
  return new Map(comments.map((item) => [(attribute(item.tag, 'ref') ?? '').toUpperCase(), item]))
}

function commentXml({ address, text }: CellNote, author: number, prefix: string): string {
  const body = `<comment ref="${address}" authorId="${author}"><text>${runXml(text)}</text></comment>`
  return withPrefix(body, prefix)
}

function runXml(text: string): string {
  return `<r>${FONT}<t xml:space="preserve">${xmlText(text)}</t></r>`
}

/** Adds to comments from the last to the first, so that the places of those before stay true. */
function joinNotes(
  xml: string,
  notes: readonly CellNote[],
  commentByAddress: ReadonlyMap<string, XmlElement>,
): string {
  const found = notes.flatMap((note) => {
    const comment = commentByAddress.get(note.address)
    return comment ? [{ note, comment }] : []
  })
  return found
    .sort((a, b) => b.comment.start - a.comment.start)
    .reduce((text, { note, comment }) => joinNote(text, comment, note), xml)
}

function joinNote(xml: string, comment: XmlElement, note: CellNote): string {
  const whole = xml.slice(comment.start, comment.end)
  const prefix = prefixOf(comment.name)
  const body = childNamed(whole, rootElement(whole), 'text')
  const run = withPrefix(runXml(`\n${AUTHOR}: ${note.text}`), prefix)
  const joined = body
    ? withLastChild(...asRuns(whole, body), run)
    : withLastChild(whole, rootElement(whole), `<${prefix}text>${run}</${prefix}text>`)
  return splice(xml, comment, joined)
}

/** Plain text of a comment becomes its first run, for nothing may follow plain text. */
function asRuns(whole: string, body: XmlElement): [string, XmlElement] {
  const plain = childElements(whole, body).find((child) => child.local === 't')
  if (!plain) return [whole, body]
  const name = `${prefixOf(body.name)}r`
  const run = `<${name}>${whole.slice(plain.start, plain.end)}</${name}>`
  const text = splice(whole, plain, run)
  const again = childNamed(text, rootElement(text), 'text')
  return [text, again ?? body]
}
