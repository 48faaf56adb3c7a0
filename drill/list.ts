import type { Drill } from './drill.ts'
import { clockJumps } from './drills/clock-jumps.ts'
import { diskFull } from './drills/disk-full.ts'
import { embeddedKilled } from './drills/embedded-killed.ts'
import { embeddedShared } from './drills/embedded-shared.ts'
import { frozenServer } from './drills/frozen-server.ts'
import { killApply } from './drills/kill-apply.ts'
import { killCollect } from './drills/kill-collect.ts'
import { killIngest } from './drills/kill-ingest.ts'
import { killMigration } from './drills/kill-migration.ts'
import { killPlan } from './drills/kill-plan.ts'
import { killRetention } from './drills/kill-retention.ts'
import { killServers } from './drills/kill-servers.ts'
import { killUndo } from './drills/kill-undo.ts'
import { mariadbRestart } from './drills/mariadb-restart.ts'
import { postgresCut } from './drills/postgres-cut.ts'
import { powerCut } from './drills/power-cut.ts'
import { sourceTroubles } from './drills/source-troubles.ts'

/** Every drill, in the order in which they are run. */
export const DRILLS: readonly Drill[] = [
  ...[killCollect, killIngest, killPlan, killApply, killUndo, killRetention, killMigration],
  ...[killServers, embeddedKilled, embeddedShared, powerCut, postgresCut, mariadbRestart],
  ...[frozenServer, sourceTroubles, diskFull, clockJumps],
]
