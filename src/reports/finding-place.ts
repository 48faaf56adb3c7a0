/** Where a finding lies, as far as it is known. */
export interface FindingPlace {
  readonly site: string | null
  readonly municipality: string | null
  readonly building: string | null
}

/** The site, or else municipality and building; null where nothing is known. @example 'Baracoa, Torre Ñ' */
export function findingPlace({ site, municipality, building }: FindingPlace): string | null {
  if (site !== null) return site
  const parts = [municipality, building].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}
