import { z } from 'zod'
import type { Phrase } from '../../language/language.ts'
import { TAG_FAULT_WORDS } from '../../language/outcome-words.ts'
import { PHRASE_WORDS } from '../../language/report-words.ts'
import type { TagFault } from '../../reconcile/tag.ts'
import { KeptAsset, KeptComputer, KeptLocation, seenBy } from '../finding-evidence.ts'
import { CELL_COLUMNS, PLACE_COLUMNS } from '../list-columns.ts'
import { byPlace, type Placed } from '../place.ts'
import type { ReportData } from '../report-data.ts'
import { defineList } from '../report-list.ts'

const TAG_FAULTS = [
  'too-long',
  'quote',
  'backslash',
  'control-character',
  'four-byte-character',
] as const satisfies TagFault[]
const Located = KeptComputer.extend({ asset: KeptAsset, location: KeptLocation })
const incomplete = seenBy(
  'tag-incomplete',
  Located.extend({ missing: z.array(z.enum(['building', 'description'])) }),
)
const unwritable = seenBy(
  'tag-unwritable',
  Located.extend({ why: z.enum(TAG_FAULTS), to: z.string() }),
)

interface UnusableRow extends z.output<typeof Located>, Placed {
  readonly faults: readonly Phrase[]
  /** What the TAG would be, where it can be formed. */
  readonly expected: string | null
}

/** Computers whose room asks for a TAG that cannot be formed or cannot be written. */
export const unusableTags = defineList<UnusableRow>({
  name: 'Unusable_Tags',
  rows: (data) => [...incompleteRows(data), ...unwritableRows(data)].toSorted(byPlace),
  columns: {
    ...PLACE_COLUMNS,
    location: ({ location }) => location.id,
    description: ({ location }) => location.description,
    fault: ({ faults }, { say }) => faults.map(say).join(', '),
    tag: ({ tag }) => tag,
    expectedTag: ({ expected }) => expected,
    ...CELL_COLUMNS,
    hardwareId: ({ hardwareId }) => String(hardwareId),
    hostname: ({ hostname }) => hostname,
    inventoryNumber: ({ inventoryNumber }) => inventoryNumber,
  },
})

function incompleteRows(data: ReportData): UnusableRow[] {
  return incomplete(data).map((row) => ({
    ...row,
    faults: row.missing.map((side) => PHRASE_WORDS[`no-${side}`]),
    expected: null,
  }))
}

function unwritableRows(data: ReportData): UnusableRow[] {
  return unwritable(data).map((row) => ({
    ...row,
    faults: [TAG_FAULT_WORDS[row.why]],
    expected: row.to,
  }))
}
