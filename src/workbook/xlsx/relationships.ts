import type { WorkbookLimits } from '../workbook-limits.ts'
import { attribute } from '../xml/xml-attributes.ts'
import type { XmlTag } from '../xml/xml-scanner.ts'
import { corrupt, type PartSource } from '../zip/part-source.ts'
import { findPart, type ZipArchive } from '../zip/zip-archive.ts'
import { scanSmallXmlPart } from './xml-part.ts'

/** How one part names another. */
export interface Relationship {
  readonly id: string
  /** The last word of its type: `worksheet`, `styles`. */
  readonly type: string
  /** Name of the part in the archive, without a leading slash. */
  readonly target: string
}

/** The relationships of a part (`''`: of the whole package); none when it has no list of them. */
export async function readRelationships(
  archive: ZipArchive,
  part: string,
  limits: WorkbookLimits,
): Promise<Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const entry = findPart(archive, `${folder}_rels/${part.slice(folder.length)}.rels`)
  if (!entry) return []
  const source: PartSource = { file: archive.file, part: entry.fileName }
  const found: Relationship[] = []
  const open = (tag: XmlTag) => {
    if (tag.name !== 'Relationship') return
    if (attribute(tag, 'TargetMode', source) !== 'External') found.push(read(tag, folder, source))
  }
  await scanSmallXmlPart({ archive, entry, limits, handler: { open, close() {}, text() {} } })
  return found
}

/** @example resolveTarget('xl/', '../docProps/app.xml') // => 'docProps/app.xml' */
export function resolveTarget(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target
  const steps: string[] = []
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function read(tag: XmlTag, folder: string, source: PartSource): Relationship {
  const type = attribute(tag, 'Type', source) ?? ''
  const target = attribute(tag, 'Target', source)
  if (target === null) corrupt(source, 'relationship-without-part')
  return {
    id: attribute(tag, 'Id', source) ?? '',
    type: type.slice(type.lastIndexOf('/') + 1),
    target: resolveTarget(folder, target),
  }
}
