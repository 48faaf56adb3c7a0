import { columnLetters } from '../../lib/cell-address.ts'
import { foldWords } from '../../lib/text.ts'
import type { RegisterSettings } from '../../sources/register-settings.ts'
import { cellText, type Row } from '../../workbook/cell.ts'

/** Where a person points: the sheet, the row of the header, and for our columns the letters or the heading. */
export interface AskedLayout {
  readonly sheet?: string | undefined
  readonly headerRow?: number | undefined
  readonly columns?: Readonly<Record<string, string>> | undefined
}

/** The first rows of one sheet. */
export interface SheetTop {
  readonly name: string
  readonly rows: readonly Row[]
}

export type PinnedLayout = Pick<RegisterSettings, 'sheet' | 'headerRow' | 'columns'>

/** What pointing comes to as a configuration has it, or the headings that stand in no one row. */
export type LayoutFound =
  | { readonly kind: 'pinned'; readonly pinned: PinnedLayout }
  | { readonly kind: 'no-such-heading'; readonly headings: readonly string[] }

const LETTERS = /^[A-Za-z]{1,3}$/u

/** Takes headings to the letters of their columns; up to three letters are a column already. */
export function pinnedLayout(asked: AskedLayout, sheets: readonly SheetTop[]): LayoutFound {
  const { sheet, headerRow, columns = {} } = asked
  const named = Object.entries(columns).filter(([, said]) => !LETTERS.test(said))
  const lettered = Object.entries(columns)
    .filter(([, said]) => LETTERS.test(said))
    .map(([name, letters]) => [name, letters.toUpperCase()])
  const place = { ...(sheet === undefined ? {} : { sheet }) }
  const row = headerRow === undefined ? {} : { headerRow }
  if (named.length === 0) {
    const pins = lettered.length === 0 ? {} : { columns: Object.fromEntries(lettered) }
    return { kind: 'pinned', pinned: { ...place, ...row, ...pins } }
  }
  const headings = named.map(([, said]) => foldWords(said))
  const looked = sheets.filter(({ name }) => sheet === undefined || name === sheet)
  for (const { name, rows } of looked) {
    const found = rows.find(({ number, cells }) => {
      if (headerRow !== undefined && number !== headerRow) return false
      const texts = cells.map((cell) => foldWords(cellText(cell)))
      return headings.every((heading) => texts.includes(heading))
    })
    if (!found) continue
    const texts = found.cells.map((cell) => foldWords(cellText(cell)))
    const pins = named.map(([column], at) => {
      return [column, columnLetters(texts.indexOf(headings[at] ?? ''))]
    })
    const isFirst = name === sheets[0]?.name
    const there = isFirst ? place : { sheet: name }
    return {
      kind: 'pinned',
      pinned: {
        ...{ ...there, headerRow: found.number },
        columns: Object.fromEntries([...lettered, ...pins]),
      },
    }
  }
  return { kind: 'no-such-heading', headings: named.map(([, said]) => said) }
}
