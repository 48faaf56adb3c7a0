/** What one cell of a workbook holds, told apart so that nothing is guessed later. */
export type Cell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** `text`: the number as a person writes it, no exponent, no `.0`; `shown`: as its format shows it, when that adds leading zeros. */
  | {
      readonly kind: 'number'
      readonly value: number
      readonly text: string
      readonly shown: string | null
    }
  /** `iso`: `2026-01-31` or `2026-01-31T08:00:00`; durations and times of day as `[h]:mm:ss` text. */
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A spreadsheet error such as `#N/A`. */
  | { readonly kind: 'error'; readonly error: string }
  /** A formula that was never calculated: the file holds no value for it. */
  | { readonly kind: 'formula-without-value'; readonly formula: string }

export const BLANK: Cell = { kind: 'blank' }

/** One row as read: `number` is the 1-based row of the sheet, `cells` are by 0-based column (holes are blank). */
export interface Row {
  readonly number: number
  readonly cells: readonly (Cell | undefined)[]
}

/** The cell as text for messages and copies; blank gives ''. */
export function cellText(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case undefined:
    case 'blank':
      return ''
    case 'text':
    case 'number':
      return cell.text
    case 'date':
      return cell.iso
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE'
    case 'error':
      return cell.error
    case 'formula-without-value':
      return `=${cell.formula}`
  }
}
