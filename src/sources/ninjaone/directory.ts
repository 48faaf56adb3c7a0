import { z } from 'zod'

const Entry = z.object({ id: z.int(), name: z.string().nullish() })

/** An organisation, location or role by the id devices refer to it with. */
export interface DirectoryEntry {
  readonly id: number
  readonly name: string | null
}

export type Directory = ReadonlyMap<number, DirectoryEntry>

/** What devices refer to, as the account lists it. */
export interface Directories {
  readonly organisations: Directory
  readonly locations: Directory
  readonly roles: Directory
}

/** The elements of a list by id; one that cannot be read is nobody's. */
export function directoryOf(elements: readonly unknown[]): Directory {
  const entries = elements.flatMap((element) => Entry.safeParse(element).data ?? [])
  return new Map(entries.map(({ id, name }) => [id, { id, name: name ?? null }]))
}

export type WantedOrganisations =
  | { readonly kind: 'all' }
  | { readonly kind: 'these'; readonly ids: ReadonlySet<number> }
  /** No organisation, or more than one, is what was asked for. */
  | { readonly kind: 'unclear'; readonly asked: string }

/** The organisations asked for by name (any case) or id. */
export function wantedOrganisations(
  organisations: Directory,
  asked: readonly (string | number)[] | undefined,
): WantedOrganisations {
  if (asked === undefined) return { kind: 'all' }
  const ids = new Set<number>()
  for (const one of asked) {
    const [found, ...others] = fitting(organisations, one)
    if (found === undefined || others.length > 0) return { kind: 'unclear', asked: String(one) }
    ids.add(found)
  }
  return { kind: 'these', ids }
}

/** The device filter that lets the wanted organisations through; none when all are wanted. */
export function organisationFilter(wanted: ReadonlySet<number> | null): string | undefined {
  return wanted === null ? undefined : `org in (${[...wanted].join(',')})`
}

function fitting(organisations: Directory, asked: string | number): number[] {
  if (typeof asked === 'number') return organisations.has(asked) ? [asked] : []
  const name = folded(asked)
  return [...organisations.values()]
    .filter((organisation) => organisation.name !== null && folded(organisation.name) === name)
    .map(({ id }) => id)
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
