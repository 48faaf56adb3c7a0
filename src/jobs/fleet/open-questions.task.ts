import { linkStore } from '../../inventory/link/store.ts'
import type { JobContext } from '../context.ts'

/** Records of which only a person can say which are one machine; each candidate is one, with its records. */
export interface OpenQuestion {
  readonly rule: string
  readonly why: string
  readonly candidates: readonly (readonly string[])[]
}

/** What a person must decide, records named as people name them. */
export async function openQuestions({
  database,
}: Pick<JobContext, 'database'>): Promise<OpenQuestion[]> {
  const links = linkStore(database)
  const ambiguous = await links.ambiguous()
  const refs = await links.refs(ambiguous.flatMap(({ candidates }) => candidates.flat()))
  return ambiguous.map(({ rule, why, candidates }) => ({
    ...{ rule, why },
    candidates: candidates.map((records) => records.map((id) => refs.get(id) ?? `${id}`)),
  }))
}
