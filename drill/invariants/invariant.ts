import type { Database } from '../../src/db/database.ts'

/** OCS beside Muster's own database, as its administrator sees it. */
export interface OcsRows {
  /** TAG by HARDWARE_ID before Muster ever wrote. */
  readonly before: ReadonlyMap<number, string | null>
  readonly now: ReadonlyMap<number, string | null>
}

/** What an invariant is asked of. */
export interface Kept {
  readonly database: Pick<Database, 'pool' | 'db' | 'transaction'>
  /** Null where no OCS is looked at. */
  readonly ocs: OcsRows | null
}

/** Something that must hold whatever happened. */
export interface Invariant {
  readonly name: string
  /** In one sentence. */
  readonly states: string
  /** `always`: at any instant; `settled`: once what was broken off has been run again. */
  readonly holds: 'always' | 'settled'
  /** What contradicts it, in words; none when it holds. */
  breaches(kept: Kept): Promise<readonly string[]>
}

/** As many are told of one statement; the rest are alike. */
const TOLD = 20

/** An invariant whose breaches are the rows of statements, each with a column `breach`. */
export function inSql(
  said: Pick<Invariant, 'name' | 'states' | 'holds'>,
  statements: readonly string[],
): Invariant {
  return {
    ...said,
    breaches: async ({ database: { pool } }) => {
      const found: string[] = []
      for (const statement of statements) {
        const { rows } = await pool.query<{ breach: string }>(`${statement} limit ${TOLD}`)
        found.push(...rows.map(({ breach }) => breach))
      }
      return found
    },
  }
}
