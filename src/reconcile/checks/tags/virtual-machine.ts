import { outcomeCheck } from './outcome-check.ts'

/** A virtual machine: it has no place and bears no number. */
export const virtualMachine = outcomeCheck('virtual-machine', 'low')
