import { isMakersPlaceholder } from '../lib/makers-marks.ts'
import { trimSpace } from '../lib/text.ts'
import type { OcsComputer } from '../sources/ocs/computer.ts'
import { comparableUuid } from '../sources/ocs/uuid.ts'
import type { AppliedChange } from './applied-change.ts'
import type { MachineMarks } from './plan.ts'
import type { PresentComputers } from './present-computers.ts'

/** What was read of OCS for a look back, the archived computers too. */
export interface OcsReading {
  /** The database that answered, as a writer to it names it. */
  readonly target: string
  readonly computers: readonly OcsComputer[]
  /** `HARDWARE_ID`s of rows that are there and cannot be read as a computer. */
  readonly unreadable: ReadonlySet<number>
}

/** TAGs that OCS itself writes when it lost a computer's row or never had one. */
const OCS_OWN_TAGS: readonly (string | null)[] = ['LOST', 'NA']

/** OCS as it is now. A computer that is gone lives on where OCS merged it into another. */
export function presentInOcs({ target, computers, unreadable }: OcsReading): PresentComputers {
  const byKey = new Map(computers.map((computer) => [String(computer.hardwareId), computer]))
  const byNumber = Map.groupBy(computers, (computer) => trimSpace(computer.inventoryNumber ?? ''))
  return {
    target,
    find(recordKey) {
      const computer = byKey.get(recordKey)
      if (!computer) return unreadable.has(Number(recordKey)) ? 'unreadable' : null
      return { value: computer.tag, inventoryNumber: computer.inventoryNumber }
    },
    heirOf(change) {
      const sharing = byNumber.get(trimSpace(change.inventoryNumber ?? '')) ?? []
      const heir = heirAmong(sharing, change)
      return heir && { recordKey: String(heir.hardwareId), value: heir.tag }
    },
    isOwn: (value) => OCS_OWN_TAGS.includes(value),
  }
}

/** The one newer row with the same number and a mark of the same machine. */
function heirAmong(sharing: readonly OcsComputer[], change: AppliedChange): OcsComputer | null {
  const [heir, ...others] = sharing.filter(
    (computer) =>
      computer.hardwareId > Number(change.recordKey) && sharesMark(change.machine, computer),
  )
  return heir && others.length === 0 ? heir : null
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
