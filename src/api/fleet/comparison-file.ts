import type { App } from '../../app.ts'
import { FILE_TYPES } from '../../contract/route.ts'
import type { MachineChange } from '../../inventory/compare/machine-change.ts'
import type { SeenChanges } from '../../inventory/compare/seen-changes.ts'
import type { Language } from '../../language/language.ts'
import { bridges, machineChanges } from '../../reports/fleet-changes.ts'
import { restNotes } from '../../reports/rest-notes.ts'
import { type StreamFormat, streamTable, streamWhole } from '../../reports/stream-table.task.ts'
import { voiceOf } from '../../reports/voice.ts'
import type { Caller } from '../caller.ts'
import type { FileAnswer } from '../handle.ts'
import { type SeenComparison, toldMachine } from './compared-days.ts'

/** Machines that are read at once; each time the whole comparison is made again. */
const BATCH = 5_000

/** What of a comparison is written, and for whom. */
export interface AskedComparisonFile {
  readonly part: 'changes' | 'bridges'
  readonly format: StreamFormat
  readonly language: Language
  readonly caller: Caller | null
}

/** A comparison as a file, made while it is sent. */
export async function comparisonFile(
  { settings }: Pick<App, 'settings'>,
  { span, restsOn, page }: SeenComparison,
  { part, format, language, caller }: AskedComparisonFile,
): Promise<FileAnswer> {
  const { first, last } = span
  const notes = [...restNotes(first, restsOn.from), ...restNotes(last, restsOn.to)]
  const content = { first, last, notes, changes: [], bridges: [] }
  const voice = voiceOf(language, settings.timeZone)
  const named = { fileName: `${part}-${first}-${last}.${format}`, type: FILE_TYPES[format] }
  if (part === 'bridges') {
    const { bridges: seen } = await page({ limit: 0, offset: 0 })
    return { ...named, content: streamWhole(format, bridges({ ...content, bridges: seen }), voice) }
  }
  const isLimited = caller?.sites != null
  const table = (machines: readonly SeenChanges[]) =>
    machineChanges({ ...content, changes: machines.flatMap((each) => changesOf(each, isLimited)) })
  const streamed = { batches: machinesOf(page), table, told: toldMachine }
  return { ...named, content: streamTable(format, streamed, voice) }
}

/** Page by page; breaks off rather than leave machines out where the days are collected anew meanwhile. */
async function* machinesOf(page: SeenComparison['page']) {
  let expected: number | null = null
  for (let offset = 0; expected === null || offset < expected; offset += BATCH) {
    const { machines, total } = await page({ limit: BATCH, offset })
    if (expected !== null && total !== expected) {
      throw new Error(`the days changed while they were written: ${expected} became ${total}`)
    }
    expected = total
    yield machines
  }
}

/** To who sees some sites only, no site means elsewhere, of which nothing is said. */
function changesOf(machine: SeenChanges, isLimited: boolean): MachineChange[] {
  const { changes, ...rest } = machine
  const site = (named: string | null) => named ?? (isLimited ? '' : null)
  const [siteBefore, siteAfter] = [site(machine.siteBefore), site(machine.siteAfter)]
  return changes.map((change) => {
    const isMove = change.kind === 'moved'
    const [before, after] = isMove
      ? [site(change.before), site(change.after)]
      : [change.before, change.after]
    return { ...rest, ...change, siteBefore, siteAfter, before, after }
  })
}
