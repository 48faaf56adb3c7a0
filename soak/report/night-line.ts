import type { SoakedDay } from './months.ts'

/** The columns of a file of all nights, sizes in bytes. */
export const NIGHT_HEAD =
  'day,nightly s,all jobs s,held,resident,peak,database,live rows,dead rows,slowest step,slowest step s'

/** A day as a line of that file. */
export function nightLine({ day, jobs, steps, memory, database }: SoakedDay): string {
  const all = Object.values(jobs).reduce((sum, each) => sum + each, 0)
  const [[slowest, seconds] = ['', 0]] = Object.entries(steps).toSorted(
    ([, one], [, other]) => other - one,
  )
  const { held, resident, peak } = memory
  const { bytes, live, dead } = database
  const figures = [held, resident, peak, bytes, live, dead]
  const times = [jobs.nightly ?? 0, all].map((each) => each.toFixed(2))
  return [day, ...times, ...figures, slowest, seconds.toFixed(2)].join(',')
}
