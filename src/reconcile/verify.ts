import { isMakersPlaceholder } from '../lib/makers-marks.ts'
import { trimSpace } from '../lib/text.ts'
import type { OcsComputer } from '../sources/ocs/computer.ts'
import { comparableUuid } from '../sources/ocs/uuid.ts'
import type { MachineMarks } from './plan.ts'
import type { PresentComputers } from './present-computers.ts'

/** What a later look finds of an applied change. */
export type Standing =
  | { readonly kind: 'standing' }
  /** The TAG of before, or the one OCS gives a lost row, stands there again. */
  | { readonly kind: 'reverted'; readonly found: string | null }
  | { readonly kind: 'changed'; readonly found: string | null }
  /** OCS merged the computer: it lives on under another `HARDWARE_ID`. */
  | { readonly kind: 'merged'; readonly found: string | null; readonly recordId: number }
  | { readonly kind: 'gone' }
  /** The row is there, and OCS holds something in it that cannot be read as a computer. */
  | { readonly kind: 'unreadable' }

/** An applied change, as kept. */
export interface AppliedChange {
  readonly n: number
  readonly recordId: number
  readonly from: string | null
  readonly to: string | null
  readonly inventoryNumber: string | null
  readonly machine: MachineMarks
}

/** TAGs that OCS itself writes when it lost a computer's row or never had one. */
const OCS_OWN_TAGS = ['LOST', 'NA']

/** Judges applied changes against the computers as they are now. */
export function standingJudge({
  computers,
  unreadable,
}: Pick<PresentComputers, 'computers' | 'unreadable'>) {
  const byId = new Map(computers.map((computer) => [computer.hardwareId, computer]))
  const byNumber = Map.groupBy(computers, (computer) => trimSpace(computer.inventoryNumber ?? ''))

  return (change: AppliedChange): Standing => {
    const computer = byId.get(change.recordId)
    if (computer) return judgeTag(change, computer.tag)
    if (unreadable.has(change.recordId)) return { kind: 'unreadable' }

    const heir = heirOf(change, byNumber.get(trimSpace(change.inventoryNumber ?? '')) ?? [])
    return heir ? { kind: 'merged', found: heir.tag, recordId: heir.hardwareId } : { kind: 'gone' }
  }
}

function judgeTag(change: AppliedChange, found: string | null): Standing {
  if (found === change.to) return { kind: 'standing' }
  const isReverted = found === change.from || OCS_OWN_TAGS.includes(found ?? '')
  return { kind: isReverted ? 'reverted' : 'changed', found }
}

/** The one newer row with the same number and a mark of the same machine. */
function heirOf(change: AppliedChange, sharing: readonly OcsComputer[]): OcsComputer | null {
  const heirs = sharing.filter(
    (computer) => computer.hardwareId > change.recordId && sharesMark(change.machine, computer),
  )
  const [heir] = heirs
  return heir && heirs.length === 1 ? heir : null
}

function sharesMark(machine: MachineMarks, computer: OcsComputer): boolean {
  const uuid = comparableUuid(machine.uuid)
  if (uuid !== null && uuid === comparableUuid(computer.uuid)) return true
  return (['serial', 'deviceId', 'hostname'] as const).some((mark) => {
    const value = trimSpace(machine[mark] ?? '').toLowerCase()
    if (value === '' || isMakersPlaceholder(value)) return false
    return value === trimSpace(computer[mark] ?? '').toLowerCase()
  })
}
