import { replaceSpace, trimSpace } from '../../lib/text.ts'

/** A room as the classifier has it, as far as TAGs speak of it. */
export interface ClassifierRoom {
  readonly building: string | null
  readonly description: string | null
  readonly municipality: string | null
}

/** Why a TAG is not `building-description` in words of the classifier. */
export const TAG_FORM_FAULTS = [
  'no-hyphen',
  'building-unknown',
  'description-unknown',
  'both-sides-unknown',
] as const
export type TagFormFault = (typeof TAG_FORM_FAULTS)[number]

/** What a TAG says, held against the classifier. */
export interface TagForm {
  /** Null when both sides are known. */
  readonly fault: TagFormFault | null
  /** The building it names, as the classifier writes it; null when none or several could be meant. */
  readonly building: string | null
  /** Where all rooms of that building are; null when they are in several, or nobody says. */
  readonly municipality: string | null
}

/** Reads TAGs as `building-description`: at every hyphen, exactly as the rule writes either side. */
export function tagReader(rooms: Iterable<ClassifierRoom>): (tag: string) => TagForm {
  const known = sidesOf(rooms)
  return (tag) => {
    const splits = splitsOf(tag).map(({ building, description }) => ({
      building: known.buildings.get(building),
      isDescription: known.descriptions.has(description),
    }))
    const whole = splits.filter(({ building, isDescription }) => building && isDescription)
    const named = whole.length > 0 ? whole : splits
    return { fault: faultOf(splits), ...onlyPlace(named.flatMap(({ building }) => building ?? [])) }
  }
}

interface KnownBuilding {
  readonly names: Set<string>
  readonly municipalities: Set<string | null>
}

/** Either side as it stands in a TAG. */
function sidesOf(rooms: Iterable<ClassifierRoom>) {
  const buildings = new Map<string, KnownBuilding>()
  const descriptions = new Set<string>()
  for (const { building, description, municipality } of rooms) {
    const name = trimSpace(building ?? '')
    const said = trimSpace(description ?? '')
    if (said !== '') descriptions.add(replaceSpace(said, '_'))
    if (name === '') continue
    const side = replaceSpace(name, '_')
    const known = buildings.get(side) ?? { names: new Set(), municipalities: new Set() }
    known.names.add(name)
    known.municipalities.add(trimSpace(municipality ?? '') || null)
    buildings.set(side, known)
  }
  return { buildings, descriptions }
}

function splitsOf(tag: string): { readonly building: string; readonly description: string }[] {
  const splits = []
  for (let at = tag.indexOf('-'); at !== -1; at = tag.indexOf('-', at + 1)) {
    if (at === 0 || at === tag.length - 1) continue
    splits.push({ building: tag.slice(0, at), description: tag.slice(at + 1) })
  }
  return splits
}

interface Split {
  readonly building: KnownBuilding | undefined
  readonly isDescription: boolean
}

function faultOf(splits: readonly Split[]): TagFormFault | null {
  if (splits.length === 0) return 'no-hyphen'
  if (splits.some(({ building, isDescription }) => building && isDescription)) return null
  if (splits.some(({ building }) => building)) return 'description-unknown'
  const isDescribed = splits.some(({ isDescription }) => isDescription)
  return isDescribed ? 'building-unknown' : 'both-sides-unknown'
}

function onlyPlace(found: readonly KnownBuilding[]): Omit<TagForm, 'fault'> {
  const names = new Set(found.flatMap(({ names }) => [...names]))
  const municipalities = new Set(found.flatMap(({ municipalities }) => [...municipalities]))
  const [building] = names
  const [municipality] = municipalities
  if (names.size !== 1 || building === undefined) return { building: null, municipality: null }
  return { building, municipality: municipalities.size === 1 ? (municipality ?? null) : null }
}
