import { elementSplitter } from '../../../json/element-splitter.ts'
import { type Delimiter, findDelimiter } from '../../../workbook/csv/delimiter.ts'
import type { DeclaredFormat } from './declared-format.ts'

/** How rows lie in a text. */
export type TextLayout =
  | { readonly kind: 'delimited'; readonly delimiter: Delimiter }
  /** The elements of a list, or of the one list that an object holds. */
  | { readonly kind: 'json-list' }
  /** Objects one after another; often only one. */
  | { readonly kind: 'json-objects' }
  /** An object on each line. */
  | { readonly kind: 'json-lines' }

/** A list or an object of JSON, and not a heading in brackets. */
const LIST_START = /^\[\s*(?:$|[[\]{"\d-])/u
const OBJECT_START = /^\{\s*(?:$|["}])/u
/** What cannot separate cells, whatever the line `sep=` says. */
const NO_DELIMITER = /^["\p{L}\p{N}]|^[^\0-\x7f]/u

/** Tells the layout by how a text begins. What the file was said to be decides only where that leaves it open. */
export function textLayout(sample: string, declared: DeclaredFormat | null): TextLayout {
  const text = sample.trimStart()
  if (LIST_START.test(text)) return { kind: 'json-list' }
  if (OBJECT_START.test(text)) return objectLayout(text, declared)
  const delimiter = usableDelimiter(sample)
  if (sample.includes(delimiter.character)) return { kind: 'delimited', delimiter }
  if (declared === 'ndjson') return { kind: 'json-lines' }
  return declared === 'json' ? { kind: 'json-objects' } : { kind: 'delimited', delimiter }
}

function usableDelimiter(sample: string): Delimiter {
  const delimiter = findDelimiter(sample)
  const isUsable = !NO_DELIMITER.test(delimiter.character)
  return isUsable ? delimiter : { character: ',', isDeclared: false }
}

function objectLayout(text: string, declared: DeclaredFormat | null): TextLayout {
  if (declared === 'ndjson' || startsWithLines(text)) return { kind: 'json-lines' }
  return wrapsList(text) ? { kind: 'json-list' } : { kind: 'json-objects' }
}

/** True when the first line is an object by itself and another one follows. */
function startsWithLines(text: string): boolean {
  const end = text.indexOf('\n')
  return end > 0 && text.slice(end).trimStart().startsWith('{') && isJson(text.slice(0, end))
}

/** True for an object that holds a list of objects, such as `{"events": [{...}, ...]}`. */
function wrapsList(text: string): boolean {
  const [first] = elementSplitter().push(text)
  return first?.startsWith('{') ?? false
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
