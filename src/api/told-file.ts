import type { z } from 'zod'
import type { FileFault, UploadWarning as ToldWarning } from '../contract/ingest.ts'
import type { EventFault } from '../events/accept/event.ts'
import type { UploadWarning } from '../events/ingest/upload-warnings.ts'
import { eventFaultWords } from '../language/event-words.ts'
import { type Language, say } from '../language/language.ts'
import { uploadWarningWords } from '../language/upload-warning-words.ts'

/** What is wrong with a cell, with the sentence for people. */
export function toldFault(
  { line, column, cell, value, code, reason }: EventFault,
  language: Language,
): z.input<typeof FileFault> {
  return { line, column, cell, value, code, message: say(eventFaultWords(reason), language) }
}

/** What a sender should know, with the sentence for people. */
export function toldWarning(
  warning: UploadWarning,
  language: Language,
): z.input<typeof ToldWarning> {
  return { code: warning.code, message: say(uploadWarningWords(warning), language) }
}
