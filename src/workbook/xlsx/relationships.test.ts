import { describe, expect, it } from 'vitest'
import { resolveTarget } from './relationships.ts'

describe('resolveTarget', () => {
  it.each([
    ['xl/', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/', '../docProps/app.xml', 'docProps/app.xml'],
    ['xl/', './styles.xml', 'xl/styles.xml'],
    ['', 'xl/workbook.xml', 'xl/workbook.xml'],
    ['xl/', '../../../etc/passwd', 'etc/passwd'],
    ['xl/', 'worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ])('from %s finds %s at %s', (folder, target, part) => {
    expect(resolveTarget(folder, target)).toBe(part)
  })
})
