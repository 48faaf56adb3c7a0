import { AppError } from '../../src/lib/errors.ts'
import { type Cell, cellText, type Row } from '../../src/workbook/cell.ts'
import { openWorkbook } from '../../src/workbook/open-workbook.ts'
import { DEFAULT_LIMITS, type WorkbookLimits } from '../../src/workbook/workbook-limits.ts'

/** Every row of one sheet of a file. */
export async function readRows(
  file: string,
  sheet = 0,
  limits: Partial<WorkbookLimits> = {},
): Promise<Row[]> {
  const workbook = await openWorkbook(file, { ...DEFAULT_LIMITS, ...limits })
  try {
    const rows: Row[] = []
    for await (const batch of workbook.sheets[sheet]?.rows() ?? []) rows.push(...batch)
    return rows
  } finally {
    await workbook.close()
  }
}

/** The cells of the first row of a file's first sheet. */
export async function readFirstRow(file: string): Promise<readonly (Cell | undefined)[]> {
  const [first] = await readRows(file)
  return first?.cells ?? []
}

/** Rows as texts, with their numbers. */
export function rowTexts(rows: readonly Row[]): [number, ...string[]][] {
  return rows.map(({ number, cells }) => [number, ...Array.from(cells, cellText)])
}

/** The named failure of some work; anything else that happens is thrown on. */
export async function failureOf(
  work: Promise<unknown>,
): Promise<Pick<AppError, 'code' | 'details'>> {
  try {
    await work
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('it did not fail')
}
