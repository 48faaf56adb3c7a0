import { z } from 'zod'
import { PHRASE_WORDS } from '../../language/report-words.ts'
import type { PlanFinding } from '../../reconcile/findings/plan-queries.ts'
import { PLACE_COLUMNS } from '../list-columns.ts'
import { LIST_OF } from '../list-of-check.ts'
import type { Placed } from '../place.ts'
import type { ReportData } from '../report-data.ts'
import { defineList } from '../report-list.ts'

/** What a finding is about: a computer, a number, or both. */
const About = z.object({
  hardwareId: z.number().optional(),
  hostname: z.string().nullish(),
  inventoryNumber: z.string().nullish(),
})

interface Shift extends Placed {
  readonly shift: 'new' | 'gone'
  readonly finding: PlanFinding
  readonly about: z.output<typeof About>
}

/** Disagreements that the plan before did not know, and those it knew that stand no more. */
export const sinceLastRun = defineList<Shift>({
  name: 'Since_Last_Run',
  rows: shifts,
  columns: {
    shift: ({ shift }, { say }) => ({
      text: say(PHRASE_WORDS[shift]),
      look: shift === 'new' ? 'bad' : 'good',
    }),
    list: ({ finding }) => LIST_OF[finding.check],
    ...PLACE_COLUMNS,
    inventoryNumber: ({ about }) => about.inventoryNumber ?? null,
    hardwareId: ({ about: { hardwareId } }) =>
      hardwareId === undefined ? null : String(hardwareId),
    hostname: ({ about }) => about.hostname ?? null,
    firstPlan: ({ finding }) => `P${finding.openedPlan}`,
    firstSeen: ({ finding }, voice) => voice.at(finding.openedAt),
  },
})

/** Nothing is new in a first plan: there was none before it to know better. */
function shifts({ plan, previous, findings }: ReportData): Shift[] {
  if (previous === null || findings === null) return []
  const opened = findings.open.filter(({ openedPlan }) => openedPlan === plan.id)
  return [
    ...opened.map((finding) => toShift('new', finding)),
    ...findings.closed.map((finding) => toShift('gone', finding)),
  ]
}

function toShift(shift: Shift['shift'], finding: PlanFinding): Shift {
  const { municipality, building, evidence } = finding
  return { shift, finding, about: About.parse(evidence), municipality, building }
}
