import { isNode, LineCounter, parseDocument } from 'yaml'

/** Where in the file a setting stands: `line 12, sources.ocs.port`, or its path when it is missing. */
export type ConfigPlace = (path: readonly PropertyKey[]) => string

/** The content of a YAML text, or everything that is wrong with it as YAML. */
export type YamlText =
  | { readonly kind: 'read'; readonly content: unknown; readonly placeOf: ConfigPlace }
  | { readonly kind: 'broken'; readonly faults: readonly string[] }

export function readYaml(text: string): YamlText {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  if (document.errors.length > 0) {
    return { kind: 'broken', faults: document.errors.map(({ message }) => firstLine(message)) }
  }
  return {
    kind: 'read',
    content: document.toJS() ?? {},
    placeOf: (path) => {
      const name = path.join('.')
      const node = document.getIn(path, true)
      if (path.length === 0 || !isNode(node) || !node.range) return name || 'muster.yaml'
      return `${lineCounter.linePos(node.range[0]).line}: ${name}`
    },
  }
}

/** Without the excerpt of the text, which may hold anything. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/:$/u, '') ?? message
}
