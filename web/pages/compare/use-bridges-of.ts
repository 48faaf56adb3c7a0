import { useBridges } from '../../api/use-comparison.ts'
import type { Compared } from './use-compared.ts'

/** All bridges between the days compared, in all and site by site. */
export function useBridgesOf(compared: Compared | null) {
  const { from = '', to = '' } = compared ?? {}
  return useBridges({ from, to }, compared !== null)
}
