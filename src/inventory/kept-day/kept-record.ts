import type { Day } from '../../lib/day.ts'
import type { DeviceRecord } from '../../lib/device-record.ts'
import type { Classification } from '../classify/classification.ts'

/** What a source says of a machine on a day, as far as rules look at it. */
export interface HeardRecord extends Omit<DeviceRecord, 'extra' | 'pulse'> {
  /** Muster's own id of the record. */
  readonly id: number
  readonly source: string
  /** From which day it has been listed just so. */
  readonly since: Day
  /** Null where the source never heard of it, does not say, or where only that of a later day is kept. */
  readonly lastContact: Date | null
}

/** The same with what was made of it when the day was taken in. */
export interface KeptRecord extends HeardRecord {
  readonly made: Pick<Classification, 'class' | 'isSpare' | 'isBillable'>
  /** Null while the day is not matched. */
  readonly deviceId: number | null
  /** True where the last contact that is kept is of a later day. */
  readonly isContactLater: boolean
}

/** A row of OCS or of a workbook as kept of a day. */
export interface KeptBookRow
  extends Pick<
    DeviceRecord,
    | 'nativeKey'
    | 'location'
    | 'hostname'
    | 'serial'
    | 'inventoryNumber'
    | 'uuid'
    | 'manufacturer'
    | 'model'
    | 'extra'
  > {
  readonly source: string
  readonly lastContact: Date | null
  /** Where a person finds it in its workbook, as of the newest day; null where it is in none. */
  readonly place: string | null
}
