import { presentNames } from '../reconcile/names/present-names.ts'
import type { Corrects } from '../reconcile/plan.ts'
import type { PresentComputers } from '../reconcile/present-computers.ts'
import { openOcsWriter } from '../sources/ocs/client.ts'
import type { Outside } from '../sources/outside.ts'
import type { Writer } from '../sources/source.ts'
import { readComputerNames } from '../sources/threatlocker/names/client.ts'
import { openThreatlockerWriter } from '../sources/threatlocker/writer/client.ts'
import { type JobContext, ocsOf, threatlockerOf } from './context.ts'
import { outsideFor } from './fleet/outside.ts'
import { openRing } from './open-ring.ts'
import { readComputers } from './read-books.task.ts'

/** The system whose values a plan corrects: how it is written to, and how it is looked at again. */
export interface CorrectedSystem {
  openWriter(): Promise<Writer>
  readComputers(): Promise<PresentComputers>
}

/** OCS for TAGs, ThreatLocker for names. Throws `source.not-configured` where it is to be reached. */
export function correctedSystem(context: JobContext, corrects: Corrects): CorrectedSystem {
  const { settings } = context
  switch (corrects) {
    case 'tags':
      return {
        openWriter: async () => openOcsWriter(ocsOf(settings)),
        readComputers: () => readComputers(context),
      }
    case 'names':
      return {
        openWriter: async () =>
          openThreatlockerWriter(threatlockerOf(settings), await outsideOf(context)),
        readComputers: async () =>
          presentNames(await readComputerNames(threatlockerOf(settings), await outsideOf(context))),
      }
  }
}

async function outsideOf({ database, now, settings }: JobContext): Promise<Outside> {
  const ring = await openRing(database, settings.fleet.keyRing)
  return outsideFor({ database, now, ring }, 'threatlocker')
}
