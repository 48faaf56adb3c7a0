import { expect, it } from 'vitest'
import { coverageTable } from './coverage-table.ts'

it('adds up lines and branches by folder', () => {
  const of = (file: string, covered: number, total: number) => ({
    ...{ file, lines: { covered, total }, branches: { covered: 0, total: 0 } },
  })
  const table = coverageTable([
    of('src/lib/a.ts', 1, 4),
    of('src/lib/deep/b.ts', 3, 4),
    of('src/app.ts', 2, 2),
  ])

  expect(table.split('\n').map((line) => line.split(/ {2,}/u))).toEqual([
    ['folder', 'files', 'lines', 'branches'],
    ['(root)', '1', '100.0 %', '2/2', 'none', '0/0'],
    ['lib', '2', '50.0 %', '4/8', 'none', '0/0'],
    ['all', '3', '60.0 %', '6/10', 'none', '0/0'],
  ])
})
