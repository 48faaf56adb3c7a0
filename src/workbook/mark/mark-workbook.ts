import { realpath } from 'node:fs/promises'
import { AppError } from '../../lib/errors.ts'
import type { SheetContent } from '../sheet-content.ts'
import { writeZip } from '../write/write-zip.ts'
import { type Mark, notesBySheet } from './mark-note.ts'
import { markedParts } from './mark-parts.ts'
import { planMarking } from './mark-plan.ts'
import { openSource } from './mark-source.ts'

export interface MarkInput {
  /** A person's own xlsx workbook; it is only read. */
  readonly source: string
  /** The copy to write, another file. */
  readonly target: string
  readonly marks: readonly Mark[]
  /** Becomes the first sheet, open when the workbook is opened. */
  readonly summary: SheetContent
}

/**
 * Writes a copy of a person's workbook in which each marked cell is coloured and carries a comment,
 * behind a summary sheet. Every part that marking does not touch is copied byte for byte. Throws
 * `workbook.sheet-not-found` for a mark on no sheet, `workbook.corrupt` for a damaged source.
 */
export async function markWorkbook(input: MarkInput): Promise<void> {
  await refuseOverwriting(input)
  const source = await openSource(input.source)
  try {
    const wanted = { notes: notesBySheet(input.marks), summaryName: input.summary.name }
    const plan = await planMarking(source, wanted)
    await writeZip(input.target, markedParts(source, plan, input.summary))
  } finally {
    source.close()
  }
}

async function refuseOverwriting({ source, target }: MarkInput): Promise<void> {
  const existing = await realpath(target).catch(() => null)
  if (existing === null || existing !== (await realpath(source).catch(() => source))) return
  throw new AppError('workbook.unwritable', {
    file: target,
    reason: 'own-source',
  })
}
