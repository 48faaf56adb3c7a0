import { agentReportsLost, agentRevertsTag } from '../src/sources/ocs/simulator.ts'

/** A TAG that was just written, and what had stood there. */
export interface WrittenTag {
  /** `HARDWARE_ID`. */
  readonly recordKey: string
  readonly from: string | null
}

/**
 * What happens in OCS between an apply and its verification: one agent puts the TAG back that it
 * remembers, and OCS loses the row of another computer.
 */
export async function meanwhile(ocsFile: string, written: readonly WrittenTag[]): Promise<void> {
  const [first, second] = written
  const target = { file: ocsFile }
  if (first) {
    const hardwareId = Number(first.recordKey)
    await agentRevertsTag(target, { hardwareId, tag: first.from ?? 'NA' })
  }
  if (second) await agentReportsLost(target, Number(second.recordKey))
}
