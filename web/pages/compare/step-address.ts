import { NO_SITE } from '../devices/devices-query.ts'
import type { Figure, Step } from './bridge-steps.ts'
import type { Compared } from './use-compared.ts'

const NARROWED: Readonly<Record<Figure, object>> = {
  total: {},
  servers: { class: 'server' },
  workstations: { class: 'workstation' },
  spare: { class: 'spare' },
  billable: { billable: 'true' },
}

/** Where the machines of a bar are: an end opens the list of that day, a term what it counts below the chart. */
export function addressOfStep({ name }: Pick<Step, 'name'>, compared: Compared) {
  const { from, to, site, figure } = compared
  const place = site === '' ? {} : { site }
  if (name === 'start' || name === 'end') {
    const asOf = name === 'start' ? from : to
    return { to: '/devices', search: { asOf, ...place, ...NARROWED[figure] } as never }
  }
  const days = { from, to }
  return { to: '/compare', search: { ...days, ...place, measure: figure, term: name } as never }
}

/** The place of a bridge as an address names it. */
export function placeOf(site: string | null): string {
  return site ?? NO_SITE
}
