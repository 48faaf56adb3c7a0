import type { NameReading } from '../../sources/threatlocker/names/name-reading.ts'
import type { PresentComputers } from '../present-computers.ts'

/** ThreatLocker as it is now. A computer that is gone lives on nowhere: installed again it is another. */
export function presentNames(reading: NameReading): PresentComputers {
  const { target, names, unreadable, isWhole } = reading
  return {
    target,
    find(recordKey) {
      const value = names.get(recordKey)
      if (value !== undefined) return { value, inventoryNumber: null }
      return unreadable.has(recordKey) || !isWhole ? 'unreadable' : null
    },
    heirOf: () => null,
    isOwn: () => false,
  }
}
