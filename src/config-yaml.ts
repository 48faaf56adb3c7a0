import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'

/** Where in the file something stands; no line for a setting that is not there, no name for none. */
export interface ConfigPlace {
  readonly line: number | null
  /** @example 'sources.ocs.port' */
  readonly name: string
}

/** A fault by a code that `configFaultWords` has words for, or in words that stand for themselves. */
export interface ConfigFault {
  readonly place: ConfigPlace
  readonly message: string
}

/** The content of a YAML text, or everything that is wrong with it as YAML. */
export type YamlText =
  | {
      readonly kind: 'read'
      readonly content: unknown
      readonly placeOf: (path: readonly PropertyKey[]) => ConfigPlace
    }
  | { readonly kind: 'broken'; readonly faults: readonly ConfigFault[] }

/** Errors without a drawing of their line, which of a long line with many takes minutes; nothing printed by the parser. */
const PLAINLY = { prettyErrors: false, logLevel: 'error' } as const

export function readYaml(text: string): YamlText {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { ...PLAINLY, lineCounter })
  if (document.errors.length > 0) {
    return { kind: 'broken', faults: firstOfEachLine(document, lineCounter) }
  }
  try {
    const content: unknown = document.toJS()
    if (content === null) return broken('nothing-set')
    if (!isMap(document.contents)) return broken('not-settings')
    return { kind: 'read', content, placeOf: placesIn(document, lineCounter) }
  } catch (error) {
    if (error instanceof ReferenceError) return broken('unquoted-star') // *AR01* refers to what is not there
    throw error
  }
}

function broken(message: string): YamlText {
  return { kind: 'broken', faults: [{ place: { line: null, name: '' }, message }] }
}

/** One mistake makes the parser stumble several times; what it says of a value stays with it. */
function firstOfEachLine({ errors }: Document.Parsed, lineCounter: LineCounter): ConfigFault[] {
  const faultByLine = new Map<number, ConfigFault>()
  for (const { code, pos } of errors) {
    const { line } = lineCounter.linePos(pos[0])
    if (faultByLine.has(line)) continue
    faultByLine.set(line, { place: { line, name: '' }, message: `yaml: ${code}` })
  }
  return [...faultByLine.values()]
}

function placesIn(document: Document.Parsed, lineCounter: LineCounter) {
  return (path: readonly PropertyKey[]): ConfigPlace => {
    const node = namingNode(document, path)
    const range = isNode(node) ? node.range : null
    return { line: range ? lineCounter.linePos(range[0]).line : null, name: nameOf(path) }
  }
}

/** A setting by its name, what stands in a list by its number from 1. @example 'cases.1.given.ninjaone.3' */
function nameOf(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join('.')
}

/** What a reader looks for: the name of a setting, else the value that stands in a list. */
function namingNode(document: Document.Parsed, path: readonly PropertyKey[]): unknown {
  if (path.length === 0) return null
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return document.getIn(path, true)
  const key = path.at(-1)
  return parent.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key
}
