import type { FieldChange } from '../sources/source.ts'
import type { MachineMarks } from './plan.ts'

/** An applied change, as kept. */
export interface AppliedChange extends Omit<FieldChange, 'tried' | 'organisation'> {
  readonly n: number
  readonly machine: MachineMarks
}
