import type { Database } from '../../db/database.ts'
import { AppError } from '../../lib/errors.ts'
import * as q from './queries.ts'

/** How many views one person may keep. */
const MOST_VIEWS = 100

/** Views that people keep, each their own. */
export function viewStore(database: Pick<Database, 'db' | 'transaction'>) {
  const { db } = database
  return {
    async list(personId: number): Promise<q.KeptView[]> {
      return (await q.viewsOf(personId).execute(db)).rows
    },

    /** Keeps a view, in the place of one of the same name. Throws `view.too-many`. */
    put: (personId: number, view: q.SavedView, now: Date): Promise<void> =>
      database.transaction(async ({ db: within }) => {
        await q.lockedPerson(personId).execute(within)
        const [others] = (await q.countOthers(personId, view.name).execute(within)).rows
        if ((others?.count ?? 0) >= MOST_VIEWS) {
          throw new AppError('view.too-many', { most: MOST_VIEWS })
        }
        await q.putView(personId, view, now).execute(within)
      }),

    /** Throws `view.not-found`. */
    async delete(personId: number, name: string): Promise<void> {
      const { rows } = await q.deleteView(personId, name).execute(db)
      if (rows.length === 0) throw new AppError('view.not-found', { name })
    },
  }
}
