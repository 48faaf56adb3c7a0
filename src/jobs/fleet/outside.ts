import { setTimeout as sleep } from 'node:timers/promises'
import { tokenKeeper } from '../../collect/token/store.ts'
import type { Database } from '../../db/database.ts'
import type { KeyRing } from '../../db/key-ring.ts'
import type { Outside } from '../../sources/outside.ts'

/** The world as a source that is really reached sees it. */
export function outsideFor(
  { database, now, ring }: { database: Database; now: () => Date; ring: KeyRing },
  source: string,
): Outside {
  return {
    now,
    random: Math.random,
    sleep: (milliseconds) => sleep(milliseconds),
    tokens: tokenKeeper(database, ring, source),
  }
}
