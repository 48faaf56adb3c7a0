import { describe, expect, it } from 'vitest'
import { type InboxFile, inputOf, isFinishedName, settledFiles } from './inbox-file.ts'

function inboxFile(name: string, changes: Partial<InboxFile> = {}): InboxFile {
  const path = `/inbox/pos/${name}`
  return { source: 'pos', name, path, modifiedMs: 1_000, bytes: 10, ...changes }
}

describe('isFinishedName', () => {
  it.each(['days.csv', 'days.csv.gz', 'part.csv', 'tmp', 'a.parts', 'días.json'])(
    'knows %s as the name of a whole file',
    (name) => expect(isFinishedName(name)).toBe(true),
  )

  it.each([
    ...['.days.csv', '.DS_Store', '~$days.xlsx', 'days.csv.part', 'days.csv.PARTIAL', 'days.tmp'],
    ...['days.temp', 'days.csv.crdownload', 'days.filepart', '.days.csv.swp'],
  ])('knows %s as one of a file that is not whole', (name) => {
    expect(isFinishedName(name)).toBe(false)
  })
})

describe('settledFiles', () => {
  it('takes those that are as they were, and no others', () => {
    const same = inboxFile('same.csv')
    const grown = inboxFile('grown.csv')
    const rewritten = inboxFile('rewritten.csv')
    const before = [same, grown, rewritten, inboxFile('gone.csv')]
    const after = [
      ...[{ ...same }, { ...grown, bytes: 11 }, { ...rewritten, modifiedMs: 1_001 }],
      inboxFile('new.csv'),
    ]
    expect(settledFiles(before, after)).toEqual([same])
  })

  it('tells files of one name apart that lie with two sources', () => {
    const [pos, web] = [inboxFile('a.csv'), inboxFile('a.csv', { path: '/inbox/web/a.csv' })]
    expect(settledFiles([pos, web], [pos, { ...web, bytes: 11 }])).toEqual([pos])
  })

  it('puts the oldest first, and those of one instant by their paths', () => {
    const newest = inboxFile('a.csv', { modifiedMs: 3_000 })
    const [one, other] = [inboxFile('b.csv'), inboxFile('c.csv')]
    const files = [newest, other, one]
    expect(settledFiles(files, files)).toEqual([one, other, newest])
  })
})

describe('inputOf', () => {
  it('reads a file where it lies', () => {
    expect(inputOf(inboxFile('a.csv'))).toEqual({ kind: 'path', path: '/inbox/pos/a.csv' })
  })
})
