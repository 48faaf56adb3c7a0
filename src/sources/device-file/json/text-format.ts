/** How devices lie in a text file, or that it is for the reader of tables to say what the file is. */
export type TextFormat = 'table' | 'json' | 'ndjson'

const LINES_NAME = /\.(?:ndjson|jsonl)$/iu
const JSON_NAME = /\.json$/iu

/** Tells the format of a text by its name and its first bytes. What is no JSON at all is a table. */
export function textFormat(name: string, head: Buffer): TextFormat {
  if (LINES_NAME.test(name)) return 'ndjson'
  const text = startText(head).trimStart()
  if (text.startsWith('{')) return startsWithLines(text) ? 'ndjson' : 'json'
  return text.startsWith('[') || JSON_NAME.test(name) ? 'json' : 'table'
}

/** JSON's own characters are the same in every encoding but UTF-16, which its mark tells. */
function startText(head: Buffer): string {
  const mark = head.toString('hex', 0, 2)
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(head)
}

/** True when the first line is an object by itself and another one follows. */
function startsWithLines(text: string): boolean {
  const end = text.indexOf('\n')
  return end > 0 && text.slice(end).trimStart().startsWith('{') && isJson(text.slice(0, end))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
