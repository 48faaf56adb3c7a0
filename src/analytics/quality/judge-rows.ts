import { isUnfilledNumber } from '../../lib/makers-marks.ts'
import { trimSpace } from '../../lib/text.ts'
import { isOneOf } from '../../lib/word-list.ts'
import { filled } from './filled.ts'
import { type InventoryRow, LOCATION_FAULTS } from './inventory-row.ts'
import type { KeyField, Measure, QualityRules } from './measures.ts'
import { TAG_FORM_FAULTS } from './tag-form.ts'

/** Why a row fails a measure. */
export const WHYS = [
  ...(['blank', 'placeholder', 'not-placed', 'repeated'] as const),
  ...TAG_FORM_FAULTS,
  ...LOCATION_FAULTS,
] as const
export type Why = (typeof WHYS)[number]

/** One thing that is wrong with one row: it takes one from the share of its measure. */
export interface Shortcoming {
  readonly measure: Measure
  /** Of completeness: the field that is not filled. */
  readonly field: KeyField | null
  readonly why: Why
  /** What stands there; null where nothing does. */
  readonly value: string | null
}

/** How a row stands to every measure. */
export interface JudgedRow {
  readonly row: InventoryRow
  readonly isTagged: boolean
  readonly isNumbered: boolean
  /** How much of each measure the row is asked: fields, or whether it counts there at all. */
  readonly asked: Readonly<Record<Measure, number>>
  readonly shortcomings: readonly Shortcoming[]
}

/** Judges every row; a number is held against those of all other rows. */
export function judgeRows(rows: readonly InventoryRow[], rules: QualityRules): JudgedRow[] {
  const numbers = rows.map((row) => countedNumber(row, rules))
  const times = new Map<string, number>()
  for (const number of numbers) {
    if (number !== null) times.set(number, (times.get(number) ?? 0) + 1)
  }
  return rows.map((row, at) => {
    const number = numbers[at] ?? null
    return judged(row, { rules, number, times: number === null ? 0 : (times.get(number) ?? 0) })
  })
}

/** The number as compared; null when it is not filled or says that this is a virtual machine. */
function countedNumber({ inventoryNumber }: InventoryRow, rules: QualityRules): string | null {
  if (inventoryNumber === null) return null
  if (filled(inventoryNumber, rules.placeholders) !== 'filled') return null
  return isOneOf(rules.virtualMachineWords, inventoryNumber) ? null : trimSpace(inventoryNumber)
}

interface Known {
  readonly rules: QualityRules
  /** Null where the row bears none that counts. */
  readonly number: string | null
  /** On how many rows it stands. */
  readonly times: number
}

function judged(row: InventoryRow, { rules, number, times }: Known): JudgedRow {
  const unfilled = unfilledFields(row, rules)
  const isTagged = !unfilled.some(({ field }) => field === 'tag')
  const formFault = isTagged ? (row.form?.fault ?? null) : null
  return {
    row,
    isTagged,
    isNumbered: !unfilled.some(({ field }) => field === 'inventory-number'),
    asked: {
      completeness: 5,
      consistency: isTagged ? 1 : 0,
      uniqueness: number === null ? 0 : 1,
      validity: 1,
    },
    shortcomings: [
      ...unfilled,
      ...(formFault === null ? [] : [shortcoming('consistency', formFault, row.tag)]),
      ...(times > 1 ? [shortcoming('uniqueness', 'repeated', number)] : []),
      ...(row.locationFault === null
        ? []
        : [shortcoming('validity', row.locationFault, row.locationId ?? row.inventoryNumber)]),
    ],
  }
}

function shortcoming(measure: Measure, why: Why, value: string | null): Shortcoming {
  return { measure, field: null, why, value }
}

function unfilledFields(row: InventoryRow, { placeholders }: QualityRules): Shortcoming[] {
  const whyOf = (text: string | null) => filled(text, placeholders)
  const fields: readonly (readonly [KeyField, string | null, Why | 'filled'])[] = [
    ['tag', row.tag, whyOf(row.tag)],
    ['building', row.building, row.building === null ? 'not-placed' : whyOf(row.building)],
    ['inventory-number', row.inventoryNumber, whyOf(row.inventoryNumber)],
    ['user', row.user, whyOf(row.user)],
    ['serial', row.serial, serialFilled(row.serial, placeholders)],
  ]
  return fields.flatMap(([field, value, why]) =>
    why === 'filled' ? [] : [{ measure: 'completeness', field, why, value }],
  )
}

/** What a maker leaves where a serial should stand is a placeholder as well. */
function serialFilled(serial: string | null, placeholders: readonly string[]) {
  const is = filled(serial, placeholders)
  return is === 'filled' && isUnfilledNumber(serial ?? '') ? 'placeholder' : is
}
