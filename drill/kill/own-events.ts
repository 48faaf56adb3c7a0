import { breachesOf } from '../invariants/invariants.ts'
import type { Verdict } from '../tally.ts'
import { type OwnFolder, ROWS } from '../world/own-folder.ts'
import type { End } from './kill-at-random.ts'

/** Events of one file that are kept; the metrics of each file bear its number. */
const KEPT = `
  select count(*)::integer as n
  from event e
  join metric m on m.id = e.metric_id
  where m.name like '% ' || $1`

/** Where it is asked, and whether all that was broken off was run again. */
export interface Asked {
  readonly from?: string
  readonly when?: 'always' | 'settled'
}

/** What is lost and wrong where these files must be there whole. */
export async function wholeFiles(
  own: OwnFolder,
  files: readonly number[],
  { from, when = 'settled' }: Asked = {},
): Promise<Verdict> {
  return own.withDatabase(async (database) => {
    const lost: string[] = []
    for (const file of files) {
      const { n } = (await database.pool.query(KEPT, [`${file}`])).rows[0]
      if (n !== ROWS) lost.push(`${ROWS - n} of ${ROWS} events of file ${file}`)
    }
    return { lost, wrong: await breachesOf({ database, ocs: null }, when) }
  }, from)
}

/** Events of a file of which nothing need be there; a part of it is wrong. */
export async function partsOf(own: OwnFolder, file: number, from?: string): Promise<string[]> {
  return own.withDatabase(async ({ pool }) => {
    const { n } = (await pool.query(KEPT, [`${file}`])).rows[0]
    return n === 0 || n === ROWS ? [] : [`${n} events of file ${file}, which has ${ROWS}`]
  }, from)
}

/** How an ingest ended, in one word: the state of its file, or the code of its failure. */
export function endingOf({ answer, code, signal }: End): string {
  return answer?.files?.[0]?.state ?? answer?.error?.code ?? `code ${code}, signal ${signal}`
}
