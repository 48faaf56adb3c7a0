import { financeRegister } from './finance-register/finance-register.ts'
import { locations } from './locations/locations.ts'
import { ocs } from './ocs/ocs.ts'

/** Every source Muster can read. */
export const SOURCES = [financeRegister, locations, ocs] as const
