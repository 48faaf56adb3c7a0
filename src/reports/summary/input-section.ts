import type { KeptDelivery } from '../../collect/store.ts'
import { acceptedWords, deliveryHold, SUMMARY_WORDS } from '../../language/report-summary-words.ts'
import { sourceWords } from '../../language/report-words.ts'
import { noteWords } from '../note-words.ts'
import type { Voice } from '../voice.ts'
import { fact, heading, type SummaryRow } from './summary-rows.ts'

/** What was read of one source: from where, how much of it was taken, and what was odd about it. */
export function inputSection(delivery: KeptDelivery, voice: Voice): SummaryRow[] {
  const { say } = voice
  const unknown = say(SUMMARY_WORDS.unknown)
  return [
    ...heading(say(sourceWords(delivery.source)), `C${delivery.id}`),
    ...fact(voice, 'origin', delivery.origin ?? unknown),
    ...fact(voice, 'hash', delivery.inputHash ?? unknown),
    ...fact(voice, 'read-at', voice.at(delivery.startedAt)),
    ...fact(voice, 'held-delivery', holdWords(delivery, voice)),
    [say(SUMMARY_WORDS['rows-taken']), null, delivery.records],
    [
      say(SUMMARY_WORDS['rows-refused']),
      delivery.rejected > 0 ? 'Rejected_Cells' : null,
      delivery.rejected > 0 ? { number: delivery.rejected, look: 'bad' } : 0,
    ],
    ...delivery.notes.flatMap((note) =>
      fact(voice, 'note', `${noteWords(note, voice)} (${note.place})`),
    ),
  ]
}

function holdWords({ holds, acceptedBy }: KeptDelivery, { say }: Voice): string {
  const reasons = holds.map(({ code }) => say(deliveryHold(code))).join('; ')
  if (reasons === '' || acceptedBy === null) return reasons
  return `${reasons}; ${say(SUMMARY_WORDS.accepted)} ${say(acceptedWords(acceptedBy, null, null))}`
}
