import { deviceFile } from './device-file/device-file.ts'
import { financeRegister } from './finance-register/finance-register.ts'
import { locations } from './locations/locations.ts'
import { ninjaone } from './ninjaone/ninjaone.ts'
import { ocs } from './ocs/ocs.ts'
import { threatlocker } from './threatlocker/threatlocker.ts'

/** Every source Muster can read. */
export const SOURCES = [
  deviceFile,
  financeRegister,
  locations,
  ninjaone,
  ocs,
  threatlocker,
] as const
