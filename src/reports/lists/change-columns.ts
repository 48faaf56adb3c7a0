import { failureWords } from '../../language/failure-words.ts'
import {
  CHANGE_OUTCOME_WORDS,
  type ChangeOutcomeWord,
  foundWithNumber,
  PHRASE_WORDS,
  STANDING_WORDS,
  standingElsewhere,
} from '../../language/report-words.ts'
import type { CellContent, CellLook } from '../../workbook/sheet-content.ts'
import type { ReportedChange } from '../report-data.ts'
import type { ListColumns } from '../report-list.ts'
import type { Voice } from '../voice.ts'

/** What became of a planned change, whatever it corrects. */
export const FATE_COLUMNS = {
  outcome: outcomeCell,
  found: foundCell,
  failure: ({ reason }, { say }) => (reason === null ? null : say(failureWords(reason))),
  standing: standingCell,
} as const satisfies ListColumns<ReportedChange>

const LOOKS: Record<ChangeOutcomeWord, CellLook | null> = {
  pending: null,
  applied: 'good',
  moved: 'bad',
  failed: 'bad',
}

function outcomeCell({ outcome }: ReportedChange, { say }: Voice): CellContent {
  if (!isOutcome(outcome)) return outcome
  const text = say(CHANGE_OUTCOME_WORDS[outcome])
  const look = LOOKS[outcome]
  return look === null ? text : { text, look }
}

function isOutcome(outcome: string): outcome is ChangeOutcomeWord {
  return outcome in CHANGE_OUTCOME_WORDS
}

/** What stood in the way of a change, or what stands now in place of one that was written. */
function foundCell(change: ReportedChange, { say }: Voice): CellContent {
  const { outcome, found, foundGone, foundNumber, inventoryNumber, standing } = change
  if (outcome === 'moved') {
    if (foundGone) return say(PHRASE_WORDS['computer-gone'])
    const value = found ?? say(PHRASE_WORDS.blank)
    const number = foundNumber ?? say(PHRASE_WORDS.blank)
    return foundNumber === inventoryNumber ? value : say(foundWithNumber(value, number))
  }
  if (!standing || standing.kind === 'standing' || standing.kind === 'not-verified') return null
  return standing.kind === 'gone' ? null : (standing.found ?? say(PHRASE_WORDS.blank))
}

function standingCell({ standing }: ReportedChange, { say }: Voice): CellContent {
  if (standing === null) return null
  const words = STANDING_WORDS[standing.kind]
  if (standing.kind === 'not-verified') return say(words)
  if (standing.kind === 'standing') return { text: say(words), look: 'good' }
  const { recordKey } = standing
  const text = say(recordKey === null ? words : standingElsewhere(words, recordKey))
  return { text, look: 'bad' }
}
