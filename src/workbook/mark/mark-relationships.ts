import { xmlAttribute } from '../write/write-text.ts'
import { childElements, prefixOf, rootElement, withLastChild } from './mark-xml.ts'
import { attribute } from './mark-xml-attribute.ts'

/** A relationship of a part, as its `.rels` part lists it. */
export interface Relationship {
  readonly id: string
  /** Last word of the type's address: `worksheet`, `comments`. */
  readonly kind: string
  /** Name of the part it leads to, without a leading slash; null when it leads out of the package. */
  readonly part: string | null
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships'
/** The `.rels` part of a part that has none yet. */
export const NO_RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${NAMESPACE}"/>`

/** Name of the part that lists the relationships of `part`; '' stands for the package itself. */
export function relationshipsPartOf(part: string): string {
  const name = part.lastIndexOf('/') + 1
  return `${part.slice(0, name)}_rels/${part.slice(name)}.rels`
}

/** The relationships that a `.rels` text lists for `part`. */
export function readRelationships(xml: string, part: string): Relationship[] {
  return childElements(xml, rootElement(xml)).map(({ tag }) => {
    const target = attribute(tag, 'Target') ?? ''
    const external = attribute(tag, 'TargetMode') === 'External'
    return {
      id: attribute(tag, 'Id') ?? '',
      kind: (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '',
      part: external ? null : resolveTarget(part, target),
    }
  })
}

/** The `.rels` text with a relationship added. */
export function withRelationship(
  xml: string,
  { id, type, part }: { id: string; type: string; part: string },
): string {
  const root = rootElement(xml)
  const name = `${prefixOf(root.name)}Relationship`
  const target = xmlAttribute(`/${part}`)
  return withLastChild(
    xml,
    root,
    `<${name} Id="${xmlAttribute(id)}" Type="${type}" Target="${target}"/>`,
  )
}

/** An id that no relationship of `taken` has. */
export function freeRelationshipId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    if (!taken.includes(`rId${number}`)) return `rId${number}`
  }
}

function resolveTarget(part: string, target: string): string {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
