import type { FieldChange } from '../../source.ts'

/** A change of one computer's TAG, by the number OCS itself compares. */
export interface TagChange extends Omit<FieldChange, 'recordKey' | 'organisation'> {
  readonly hardwareId: number
}

/** A change as OCS knows its record. A number reaches the row by primary key; a text would not. */
export function tagChange({ recordKey, from, to, inventoryNumber, tried }: FieldChange): TagChange {
  if (!/^\d{1,15}$/u.test(recordKey)) throw new Error(`no HARDWARE_ID: ${recordKey}`)
  const hardwareId = Number(recordKey)
  return { hardwareId, from, to, inventoryNumber, ...(tried === undefined ? {} : { tried }) }
}
