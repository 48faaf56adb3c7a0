import type { DayShift } from '../../src/inventory/history/interval-queries.ts'
import type { FleetDay } from '../history/fleet/fleet-day.ts'

/** What a source's history must come to from one day of a fleet to another. */
export function expectedShift(before: FleetDay, after: FleetDay): DayShift {
  let [replaced, changed] = [0, 0]
  for (let place = 0; place < after.count; place += 1) {
    const isOther = (of: (fleet: FleetDay) => Uint16Array) => of(before)[place] !== of(after)[place]
    if (isOther(({ records }) => records)) replaced += 1
    else if (isOther(({ renamings }) => renamings) || isOther((fleet) => fleet.organisations)) {
      changed += 1
    }
  }
  return {
    opened: replaced,
    changed,
    closed: replaced,
    unchanged: after.count - replaced - changed,
  }
}
