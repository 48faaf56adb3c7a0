type Evidence = Readonly<Record<string, unknown>>

/** Where evidence names records by Muster's own ids, which tell a person nothing. */
const BY_ID: ReadonlySet<string> = new Set(['recordId', 'between'])

/** Muster's own ids of the records that evidence names. */
export function recordIdsIn(evidence: Evidence): number[] {
  const ids: number[] = []
  replaceIds(evidence, (id) => {
    ids.push(id)
    return id
  })
  return ids
}

/** The same evidence with records named as people name them: `ninjaone:501`. */
export function withRecordRefs(evidence: Evidence, refs: ReadonlyMap<number, string>): Evidence {
  return replaceIds(evidence, (id) => refs.get(id) ?? id)
}

function replaceIds(evidence: Evidence, replace: (id: number) => number | string): Evidence {
  return Object.fromEntries(
    Object.entries(evidence).map(([key, value]) => [key, replaced(key, value, replace)]),
  )
}

function replaced(key: string, value: unknown, replace: (id: number) => number | string): unknown {
  if (Array.isArray(value)) return value.map((each) => replaced(key, each, replace))
  if (typeof value === 'number') return BY_ID.has(key) ? replace(value) : value
  if (typeof value !== 'object' || value === null) return value
  return replaceIds(value as Evidence, replace) // an object of JSON
}
