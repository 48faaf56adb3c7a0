import type { NameEvidence } from '../../reconcile/names/name-evidence.ts'
import type { ReportedChange } from '../report-data.ts'
import { defineList } from '../report-list.ts'
import { FATE_COLUMNS } from './change-columns.ts'

/** A change with what decided it, where that is a name. */
interface NameChange extends ReportedChange {
  readonly evidence: NameEvidence
}

/** Every name to be replaced: what stood there, what shall, whose it is, and what became of it. */
export const plannedNames = defineList<NameChange>({
  name: 'Planned_Names',
  rows: (data) => data.changes.filter(isOfName),
  columns: {
    site: ({ evidence }) => evidence.edr.site,
    organisation: ({ evidence }) => evidence.edr.organisation,
    computerId: ({ recordKey }) => recordKey,
    hostname: ({ hostname }) => hostname,
    oldName: ({ from }) => from,
    newName: ({ to }) => to,
    rmmRecord: ({ evidence: { rmm } }) => `${rmm.source}:${rmm.nativeKey}`,
    comparedOn: ({ evidence }) => evidence.day,
    ...FATE_COLUMNS,
  },
})

function isOfName(change: ReportedChange): change is NameChange {
  return change.evidence.kind === 'names'
}
