import { describe, expect, it } from 'vitest'
import { golden, goldenBooks } from '../../test/support/golden-books.ts'
import { delivery, keptFinding, reportData } from '../../test/support/report-data.ts'
import type { Language } from '../language/language.ts'
import type { CellContent, SheetContent } from '../workbook/sheet-content.ts'
import { LIST_OF } from './list-of-check.ts'
import { LISTS } from './lists.ts'
import type { ReportData, ReportedChange } from './report-data.ts'
import { wholeReport } from './report-part.ts'
import { reportSheets } from './report-sheets.ts'
import { voiceOf } from './voice.ts'

const NOW = new Date('2026-11-21T04:30:00Z')

function sheetsOf(data: ReportData = reportData(), language: Language = 'en'): SheetContent[] {
  const voice = voiceOf(language, 'America/Havana')
  return reportSheets(wholeReport(data, voice), voice, NOW)
}

/** The rows of one sheet as records by column title, each cell as it reads. */
function rowsOf(name: string, data?: ReportData): Record<string, string | number | null>[] {
  const sheet = sheetsOf(data).find((each) => each.name === name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return [...sheet.rows].map((row) =>
    Object.fromEntries(row.map((cell, index) => [sheet.columns[index]?.title, read(cell)])),
  )
}

function summary(data?: ReportData, language?: Language): (string | number | null)[][] {
  const [sheet] = sheetsOf(data, language)
  return [...(sheet?.rows ?? [])].map((row) => row.map(read))
}

function read(cell: CellContent): string | number | null {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell
  if (cell instanceof Date) throw new Error('instants are told as text, by the clock of the report')
  return 'text' in cell ? cell.text : cell.number
}

describe('reportSheets', () => {
  it('keeps names and columns of its sheets, so that other programs can rely on them', () => {
    expect(LISTS.map(({ name, columns }) => `${name}: ${columns.join(' ')}`)).toEqual([
      'Planned_Changes: municipality building hardwareId hostname inventoryNumber oldTag newTag financeCell classifierCell outcome found failure standing',
      'Empty_Inventories: municipality building hardwareId hostname serial inventoryNumber tag lastContact',
      'VM_Inventories: municipality building hardwareId hostname serial inventoryNumber tag lastContact virtualMachineField virtualMachineValue',
      'Locations_Not_In_Classifier: municipality building location suggestion difference financeCell hardwareId hostname serial inventoryNumber tag',
      'Duplicate_Inventories: municipality building group inventoryNumber sharedBy hardwareId hostname serial lastContact tag',
      'DB_Not_In_AR01: municipality building hardwareId hostname serial inventoryNumber tag suggestion difference lastContact',
      'AR01_Not_In_DB: municipality building inventoryNumber location financeCell',
      'AR01_Location_Blank: municipality building inventoryNumber financeCell hardwareId hostname serial tag lastContact',
      'Ambiguous: municipality building hardwareId hostname serial inventoryNumber tag book answers financeCell',
      'Unusable_Tags: municipality building location description fault tag expectedTag financeCell classifierCell hardwareId hostname inventoryNumber',
      'Protected_Tags: municipality building hardwareId hostname serial inventoryNumber tag pattern expectedTag financeCell classifierCell',
      'Duplicate_Not_Tagged: municipality building hardwareId hostname serial inventoryNumber tag lastContact expectedTag financeCell classifierCell',
      'Access_Changes: login pattern loses gains',
      'Since_Last_Run: shift list municipality building inventoryNumber hardwareId hostname firstPlan firstSeen',
      'Rejected_Cells: source sheet cell content rejection',
    ])
  })

  it('calls its sheets alike in both languages and its columns differently', () => {
    const [english, spanish] = [sheetsOf(undefined, 'en'), sheetsOf(undefined, 'es')]
    const names = ['Summary', ...LISTS.map(({ name }) => name)]
    expect(english.map(({ name }) => name)).toEqual(names)
    expect(spanish.map(({ name }) => name)).toEqual(names)
    for (const [index, { columns }] of english.entries()) {
      for (const [column, { title }] of columns.entries()) {
        expect(spanish[index]?.columns[column]?.title).not.toBe(title)
      }
    }
  })

  it('lists every OCS row of the edge table that is not in agreement, and no other', () => {
    const listed = new Map<string, Set<string>>()
    for (const [kind, name] of Object.entries(LIST_OF)) {
      const ids = rowsOf(name).map((row) => String(row['HARDWARE_ID in OCS'] ?? ''))
      listed.set(kind, new Set(ids))
    }
    listed.set(
      'planned',
      new Set(rowsOf('Planned_Changes').map((row) => String(row['HARDWARE_ID in OCS']))),
    )
    const missing = golden.expected.filter(
      ({ outcome, hardware_id }) =>
        outcome !== 'unchanged' && !listed.get(outcome)?.has(String(hardware_id)),
    )
    expect(missing).toEqual([])
  })

  it('gives identifiers as text, never as amounts', () => {
    for (const sheet of sheetsOf().slice(1)) {
      for (const row of sheet.rows) {
        for (const [index, { title }] of sheet.columns.entries()) {
          const isCount = [
            'Group',
            'Computers with the number',
            'Computers no longer seen',
            'Computers newly seen',
          ].includes(title)
          if (!isCount) expect(typeof (row[index] ?? '')).not.toBe('number')
        }
      }
    }
  })

  it('offers the number that was perhaps meant and says in what it differs', () => {
    expect(
      rowsOf('DB_Not_In_AR01').find((row) => row['HARDWARE_ID in OCS'] === '51'),
    ).toMatchObject({
      'Inventory number': '1O_240_000001',
      'Did you mean': '10_240_000001',
      'They differ in': 'a letter for a digit (O for 0, l or I for 1)',
    })
  })

  it('gives each computer of a shared number a row, the likely live one first', () => {
    const groups = Map.groupBy(rowsOf('Duplicate_Inventories'), (row) => row.Group)
    const ids = [...groups.values()].map((rows) =>
      rows.map((row) => Number(row['HARDWARE_ID in OCS'])),
    )
    expect(ids.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual(
      golden.duplicates.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    )
  })

  it('puts an asset without a location beside the computer that bears it', () => {
    const [row] = rowsOf('AR01_Location_Blank')
    expect(row).toMatchObject({ 'Inventory number': '10_240_000005', 'HARDWARE_ID in OCS': '5' })
    const books = goldenBooks()
    const without = {
      ...books,
      computers: books.computers.filter(({ hardwareId }) => hardwareId !== 5),
    }
    expect(rowsOf('AR01_Location_Blank', reportData(without))[0]).toMatchObject({
      'Inventory number': '10_240_000005',
      'HARDWARE_ID in OCS': null,
    })
  })

  it('tells every answer of a book that gives several, with its cell', () => {
    const told = rowsOf('Ambiguous').map((row) => row['What it says'])
    expect(told).toContain('L-032 = Edif_A / Uno [Locales!E7]; L-032 = Edif_B / Dos [Locales!E8]')
  })

  it('says what keeps a TAG from being used', () => {
    const told = rowsOf('Unusable_Tags').map((row) => row['What is wrong'])
    expect(told.toSorted()).toEqual([
      'building missing',
      'description missing',
      'it holds a quotation mark',
      'it is longer than the 255 characters of its column',
    ])
  })

  it('lists what was refused with its cell, what stood there, and what to do', () => {
    const rejections = [{ place: 'AR01!F12', code: 'number-imprecise', raw: '1.23E+17' } as const]
    const data = reportData(goldenBooks(), { deliveries: [delivery({ rejections })] })
    expect(rowsOf('Rejected_Cells', data)).toEqual([
      {
        Source: "Finance's register (AR01)",
        Sheet: 'AR01',
        'Cell or row': 'F12',
        'What stands there': '1.23E+17',
        'Why, and what to do': expect.stringContaining('type it as text'),
      },
    ])
  })
})

describe('Planned_Changes', () => {
  const [first] = reportData().changes
  const withChange = (changed: Partial<ReportedChange>) =>
    rowsOf('Planned_Changes', { ...reportData(), changes: [{ ...first!, ...changed }] })[0]
  const written = { runId: 9, actor: 'ana', at: NOW }

  it('says why: the cell of finance and the cell of the classifier', () => {
    expect(withChange({})).toMatchObject({
      'Old TAG': first?.from,
      'New TAG': first?.to,
      'Cell in finance': first?.financeCell,
      'Cell in classifier': first?.classifierCell,
      Outcome: 'not written yet',
      'When last verified': null,
    })
  })

  it('says what stood there instead, the number too where that had changed', () => {
    const moved = {
      outcome: 'moved' as const,
      ...written,
      found: 'X-1',
      foundNumber: first!.inventoryNumber,
    }
    expect(withChange(moved)).toMatchObject({ 'Found instead': 'X-1' })
    expect(withChange({ ...moved, foundNumber: '5' })).toMatchObject({
      'Found instead': 'X-1 (number 5)',
    })
    expect(withChange({ ...moved, found: null })).toMatchObject({ 'Found instead': '(blank)' })
    expect(withChange({ ...moved, foundGone: true, found: null, foundNumber: null })).toMatchObject(
      {
        'Found instead': '(no such computer any more)',
      },
    )
  })

  it('says how a written change stood when it was last verified', () => {
    const standing = (
      kind: NonNullable<ReportedChange['standing']>['kind'],
      found: string | null,
    ) => withChange({ outcome: 'applied', ...written, standing: { kind, found, recordKey: '88' } })
    expect(standing('reverted', 'LOST')).toMatchObject({
      'Found instead': 'LOST',
      'When last verified': 'reverted: HARDWARE_ID 88',
    })
    expect(standing('standing', null)).toMatchObject({
      'Found instead': null,
      'When last verified': 'stands',
    })
    expect(standing('not-verified', null)).toMatchObject({
      'When last verified': 'not verified yet',
    })
  })
})

describe('Since_Last_Run', () => {
  const previous = { ...reportData().plan, id: 6, outcomes: { unchanged: 48 } }
  const gone = keptFinding(
    {
      check: 'empty-number',
      subject: 'ocs:900',
      evidence: { hardwareId: 900, hostname: 'PC-900', inventoryNumber: null },
      building: null,
      municipality: 'Baracoa',
    },
    3,
  )

  it('lists what this plan saw first and what it saw no more', () => {
    const data = reportData()
    const [one, ...rest] = data.findings!.open
    const open = [one!, ...rest.map((finding) => ({ ...finding, openedPlan: 2 }))]
    const rows = rowsOf('Since_Last_Run', { ...data, previous, findings: { open, closed: [gone] } })
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ 'New or gone': 'new', 'First in plan': 'P7' })
    expect(rows[1]).toMatchObject({
      'New or gone': 'gone',
      List: 'Empty_Inventories',
      Municipality: 'Baracoa',
      Computer: 'PC-900',
      'First in plan': 'P3',
      'First seen': '2026-11-20 06:00',
    })
  })

  it('calls nothing new in a first plan, and the summary says why', () => {
    expect(rowsOf('Since_Last_Run', reportData())).toEqual([])
    expect(summary().flat()).toContain(
      'There is no plan before this one, so nothing can be called new or gone.',
    )
  })

  it('is counted by list in the summary, beside the plan before', () => {
    const data = { ...reportData(), previous, findings: { open: [], closed: [gone] } }
    const lines = summary({ ...data, plan: { ...data.plan, lists: {} } })
    expect(lines).toContainEqual(['Empty_Inventories', expect.any(String), 0, 0, 0, 1])
    expect(lines).toContainEqual(['TAG is right already', null, 1, 48, -47])
  })
})

describe('Summary', () => {
  it('adds the outcomes up to the rows read from OCS and says so', () => {
    expect(summary()).toContainEqual(['Sum', null, golden.ocs.length])
    expect(summary()).toContainEqual([
      'Every row is accounted for',
      '48 computers with an outcome + 0 rows refused = 48, as many as were read from OCS',
    ])
  })

  it('says so aloud when a row is not accounted for', () => {
    const data = reportData(goldenBooks(), {
      deliveries: [delivery({ source: 'ocs', records: 49 })],
    })
    const line = summary(data).find(([first]) => first === 'The rows do NOT add up')
    expect(line?.[1]).toMatch(/= 48, but 49 rows were read/)
  })

  it('counts each list as its sheet does', () => {
    const counts = new Map(
      sheetsOf()
        .slice(1)
        .map(({ name, rows }) => [name, [...rows].length]),
    )
    for (const [name, count] of counts) {
      expect(summary().find(([first]) => first === name)?.[3]).toBe(count)
    }
    expect(summary()).toContainEqual(['Duplicate_Inventories', expect.any(String), 5, 10])
  })

  it('says that the lists are not what the plan counted', () => {
    const data = reportData()
    const told = summary({ ...data, plan: { ...data.plan, lists: { protected: 9 } } }).flat()
    expect(told.join()).toContain('The plan counted 9 disagreements')
  })

  it('names each input with its hash, its rows and its notes', () => {
    const notes = [{ code: 'blank-rows', place: 'AR01!10', detail: '6' } as const]
    const data = reportData(goldenBooks(), {
      deliveries: [
        delivery({
          notes,
          records: 12_691,
          holds: [{ code: 'empty', source: 'x' }],
          acceptedBy: 'Luis',
        }),
      ],
    })
    const lines = summary(data)
    expect(lines).toContainEqual(['Where it was read', '/inbox/AR01.xlsx'])
    expect(lines).toContainEqual(['SHA-256 of what was read', 'ab'.repeat(32)])
    expect(lines).toContainEqual(['Rows taken', null, 12_691])
    expect(lines).toContainEqual(['Had been held', 'it came empty; Accepted by Luis'])
    expect(lines.find(([first]) => first === 'Note')?.[1]).toMatch(/: 6 \(AR01!10\)$/)
  })

  it('says who made the plan, accepted it, wrote it and took it back', () => {
    const data = reportData()
    const [first] = data.changes
    const lines = summary({
      ...data,
      plan: {
        ...data.plan,
        holds: [{ code: 'share-exceeded', changes: 19, rows: 48, limit: 0.3 }] as never,
        acceptedBy: 'Luis',
      },
      origin: { ...data.origin, acceptedAt: NOW, acceptReason: 'restored', undoId: 8 },
      changes: [{ ...first!, outcome: 'applied', runId: 9, actor: 'eva', at: NOW }],
    })
    expect(lines).toContainEqual(['By', 'ana @ pc-7'])
    expect(lines).toContainEqual(['Held because', 'it changes 19 of 48 computers, more than 30 %'])
    expect(lines).toContainEqual(['Accepted', 'by Luis, 2026-11-20 23:30, restored'])
    expect(lines).toContainEqual(['TAGs written', '1 by eva, run R9, 2026-11-20 23:30'])
    expect(lines).toContainEqual(['Taken back by', 'P8'])
  })

  it('speaks Spanish where that is wanted, codes and sheets apart', () => {
    const lines = summary(undefined, 'es')
    expect(lines).toContainEqual(['Suma', null, golden.ocs.length])
    expect(lines.flat()).toContain('No falta ninguna fila')
  })
})

describe('the report of an undo', () => {
  it('holds the changes only, and says why there is nothing else', () => {
    const data = reportData()
    const undo = {
      ...data,
      plan: { ...data.plan, kind: 'undo' as const, undoes: 6 },
      findings: null,
      deliveries: [],
    }
    expect(sheetsOf(undo).map(({ name }) => name)).toEqual(['Summary', 'Planned_Changes'])
    expect(summary(undo).flat().join()).toContain('An undo compares no books')
    expect(summary(undo)).toContainEqual([
      'What it does',
      'takes back what another plan wrote (P6)',
    ])
  })
})
