import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

interface Covered {
  readonly total: number
  readonly covered: number
}

/** What was reached of one file, by its path inside the project. */
export interface FileCoverage {
  readonly file: string
  readonly lines: Covered
  readonly branches: Covered
}

/** Reads the summary that the coverage reporter leaves as JSON. */
export function readCoverage(summary: string, root: string): readonly FileCoverage[] {
  const byFile: Record<string, Omit<FileCoverage, 'file'>> = JSON.parse(
    readFileSync(summary, 'utf8'),
  )
  return Object.entries(byFile)
    .filter(([file]) => file !== 'total')
    .map(([file, { lines, branches }]) => ({
      ...{ file: relative(root, file).replaceAll('\\', '/'), lines, branches },
    }))
}

/** A line for each folder of `src`, one for the files in none, and one for all. */
export function coverageTable(files: readonly FileCoverage[]): string {
  const folders = Map.groupBy(files, ({ file }) => /^src\/([^/]+)\//u.exec(file)?.[1] ?? '(root)')
  const lines = [...folders].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const rows = [...lines, ['all', files] as const].map(([folder, inside]) => [
    folder,
    String(inside.length),
    ...[inside.map((file) => file.lines), inside.map((file) => file.branches)].flatMap(shown),
  ])
  const table = [['folder', 'files', 'lines', '', 'branches', ''], ...rows]
  const widths = [0, 1, 2, 3, 4, 5].map((at) =>
    Math.max(...table.map((row) => row[at]?.length ?? 0)),
  )
  return table
    .map((row) =>
      row.map((cell, at) =>
        at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0),
      ),
    )
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n')
}

/** @example shown([{ total: 8, covered: 7 }]) // => ['87.5 %', '7/8'] */
function shown(parts: readonly Covered[]): [string, string] {
  const total = parts.reduce((sum, part) => sum + part.total, 0)
  const covered = parts.reduce((sum, part) => sum + part.covered, 0)
  const share = total === 0 ? 'none' : `${((100 * covered) / total).toFixed(1)} %`
  return [share, `${covered}/${total}`]
}
