import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { read } from '@e965/xlsx'
import { afterAll, describe, expect, it } from 'vitest'
import { makeChance } from '../../demo/chance.ts'
import { takeInbox } from '../../src/jobs/events/inbox.task.ts'
import type { InboxFile } from '../../src/jobs/events/inbox-file.ts'
import { writeWorkbook } from '../../src/workbook/write/write-workbook.ts'
import { type EventDesk, makeEventDesk } from '../support/event-desk.ts'
import { oddFile, salesFile } from '../support/event-files.ts'
import { testDatabase } from '../support/postgres.ts'

const root = await mkdtemp(join(tmpdir(), 'muster inbox '))
afterAll(() => rm(root, { recursive: true }))
const HEAD = 'time,value,metric,subject'
const TIMEOUT = { timeout: 120_000 }

/** A desk with an inbox of two sources. */
async function deskWithInbox(name: string, mode: 'strict' | 'lenient' = 'strict') {
  const database = await testDatabase()
  const settings = { events: { inbox: 'inbox', mode } }
  const desk = await makeEventDesk({ folder: join(root, name), database, settings })
  const inbox = join(desk.folder, 'inbox')
  for (const source of ['pos', 'web']) await mkdir(join(inbox, source), { recursive: true })
  const lay = (place: string, content: string | Uint8Array) =>
    writeFile(join(inbox, place), content)
  return { desk, inbox, lay, database }
}

/** Every file below a folder, sorted. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted()
}

describe('muster inbox', async () => {
  const { desk, inbox, lay } = await deskWithInbox('strict')

  it(
    'takes files of each source in and puts each away, with the reasons beside what it refuses',
    TIMEOUT,
    async () => {
      await lay('pos/days.csv', `${HEAD}\n2026-01-01,1,sold,\n2026-01-02,2,sold,`)
      await lay('pos/bad.csv', `${HEAD}\n2026-01-01,1,lost,\nnow,2,lost,`)
      await lay('web/days.json', '[{"ts":"2026-01-01","value":3,"name":"visits"}]')
      await lay('web/what.pdf', '%PDF-1.7\n')
      const columns = ['time', 'value', 'metric'].map((title) => ({ title }))
      const rows = [['2026-01-01', 'many', 'lost']]
      await writeWorkbook(join(inbox, 'web', 'book.xlsx'), [{ name: 'Sales', columns, rows }])
      const left = ['pos/.hidden.csv', 'pos/days.csv.part', 'pos/~$book.xlsx', 'stray.csv']
      for (const place of left) await lay(place, `${HEAD}\n2026-01-05,1,sold,`)

      const { code, answer } = await desk.muster('inbox')

      expect([code, answer.state, answer.files.length]).toEqual([1, 'failed', 5])
      const refused = ['bad.csv', 'bad.rejected.csv'].map((name) => `pos/refused/${name}`)
      const ofBook = ['book.marked.xlsx', 'book.rejected.csv', 'book.xlsx']
      expect(await filesIn(inbox)).toEqual(
        [
          ...[...left, ...refused, 'pos/taken/days.csv', 'web/taken/days.json'],
          ...[...ofBook, 'what.pdf', 'what.pdf.why.txt'].map((name) => `web/refused/${name}`),
        ].toSorted(),
      )
      const given = await readFile(join(inbox, 'pos/refused/bad.rejected.csv'), 'utf8')
      expect(given).toContain('\r\nnow,2,lost,,"time: ')
      expect(await readFile(join(inbox, 'web/refused/what.pdf.why.txt'), 'utf8')).toContain('PDF')
      const book = read(await readFile(join(inbox, 'web/refused/book.marked.xlsx')))
      expect(book.Sheets.Sales?.B2?.c).toHaveLength(1)
      expect(await desk.daySums('sold')).toEqual([
        ['2026-01-01', '1'],
        ['2026-01-02', '2'],
      ])
      expect(await desk.daySums('visits')).toEqual([['2026-01-01', '3']])
      expect((await desk.muster('metrics')).answer.metrics).toHaveLength(2)
    },
  )

  it(
    'writes over no file that was put away before, nor over what was given back',
    TIMEOUT,
    async () => {
      const before = await readFile(join(inbox, 'pos/refused/bad.rejected.csv'), 'utf8')
      await lay('pos/days.csv', `${HEAD}\n2026-01-03,3,sold,`)
      await lay('pos/bad.csv', `${HEAD}\nlater,2,lost,`)
      await lay('web/what.pdf', '%PDF-1.4\n')

      await desk.muster('inbox')

      expect((await filesIn(inbox)).filter((file) => file.includes(' (2)'))).toEqual([
        ...['pos/refused/bad (2).csv', 'pos/refused/bad (2).rejected.csv'],
        ...[
          'pos/taken/days (2).csv',
          'web/refused/what (2).pdf',
          'web/refused/what (2).pdf.why.txt',
        ],
      ])
      expect(await readFile(join(inbox, 'pos/refused/bad.rejected.csv'), 'utf8')).toBe(before)
    },
  )

  it('puts a file away that is known already, and says so', TIMEOUT, async () => {
    await lay('pos/again.csv', `${HEAD}\n2026-01-03,3,sold,`)
    const { out, code } = await desk.spoken('inbox')
    expect(code).toBe(0)
    expect(out).toContain('The same file was taken in')
    expect(out).toContain(`Now in ${join(inbox, 'pos/taken/again.csv')}`)
    expect(await filesIn(join(inbox, 'pos'))).toContain('taken/again.csv')
  })

  it('leaves a file alone to which somebody writes, until it is whole', TIMEOUT, async () => {
    const path = join(inbox, 'pos/slow.csv')
    await writeFile(path, HEAD)
    const looking = desk.muster('inbox')
    await sleep(1_200)
    await appendFile(path, '\n2026-02-01,1,slow,')
    expect((await looking).answer).toEqual({ files: [] })
    expect(await stat(path)).toBeTruthy()

    expect((await desk.muster('inbox')).answer.files).toMatchObject([{ inserted: 1 }])
    expect((await desk.spoken('inbox')).out).toBe('Nothing lies in the inbox.\n')
  })

  it('reads the files of a source by the profile that was saved for it', TIMEOUT, async () => {
    const said = ['--date-format', 'DD/MM/YYYY', '--decimal-comma', '--time-zone', 'America/Havana']
    const first = await desk.file('enero.csv', 'time;value;metric\n31/01/2026;1,5;ventas')
    await desk.muster('ingest', first, '--source', 'web', ...said, '--save-profile', 'ana')
    await lay('web/febrero.csv', 'time;value;metric\n01/02/2026;2,25;ventas')

    expect((await desk.muster('inbox')).answer.files).toMatchObject([{ state: 'taken' }])
    expect(await desk.daySums('ventas')).toEqual([
      ['2026-01-31', '1.5'],
      ['2026-02-01', '2.25'],
    ])
  })
})

describe('files of the inbox that others touch while they are taken in', async () => {
  const { desk, inbox, lay } = await deskWithInbox('touched')

  async function takenAs(name: string, changes: Partial<InboxFile>) {
    const path = join(inbox, 'pos', name)
    const found = await stat(path).catch(() => null)
    const file = {
      source: 'pos',
      name,
      path,
      modifiedMs: found?.mtimeMs ?? 0,
      bytes: 9,
      ...changes,
    }
    const app = await desk.openApp()
    try {
      return (await takeInbox(app, [file])).summary.files[0]
    } finally {
      await app.close()
    }
  }

  it('stay where they are, without a word beside them', async () => {
    await lay('pos/grown.csv', `${HEAD}\n2026-01-01,1,sold,`)
    await lay('pos/grown.pdf', '%PDF-1.7\n')
    expect(await takenAs('grown.csv', { bytes: 1 })).toMatchObject({ result: { kind: 'taken' } })
    expect(await takenAs('grown.pdf', { bytes: 1 })).toMatchObject({
      failure: { code: 'file.unsupported' },
    })
    expect(await filesIn(inbox)).toEqual(['pos/grown.csv', 'pos/grown.pdf'])
  })

  it('are told of when they are gone, and the others are taken in', async () => {
    const gone = await takenAs('gone.csv', {})
    expect(gone).toMatchObject({ failure: { code: 'file.not-found' }, result: null })
    expect(gone?.movedTo).toBe(join(inbox, 'pos', 'gone.csv'))
    expect(await filesIn(inbox)).not.toContain('pos/gone.csv.why.txt')
  })
})

describe('muster inbox that was killed', async () => {
  const { desk, inbox, lay } = await deskWithInbox('killed', 'lenient')
  const chance = makeChance(5)
  const odd = oddFile({ rows: 4_000, days: 5, metrics: ['sold'] }, chance)

  it(
    'gives the refused rows back of a file that it had taken in and not yet put away',
    TIMEOUT,
    async () => {
      const path = await desk.file('odd.csv', odd.text)
      await desk.muster('ingest', path, '--source', 'pos', '--lenient')
      await lay('pos/odd.csv', odd.text)

      const { code, answer } = await desk.muster('inbox')

      expect(code).toBe(2)
      expect(answer.files).toMatchObject([
        { state: 'same', inserted: 0, givenBack: { rows: odd.counts.rejected } },
      ])
      expect(await filesIn(inbox)).toEqual(['pos/refused/odd.rejected.csv', 'pos/taken/odd.csv'])
    },
  )

  it('takes every file in once when it is run again', TIMEOUT, async () => {
    await desk.forget()
    await rm(inbox, { recursive: true })
    await mkdir(join(inbox, 'pos'), { recursive: true })
    const files = Array.from({ length: 5 }, (_, at) => `pos/day ${at}.csv`)
    for (const [at, file] of files.entries()) {
      const metrics = [`metric ${at}`]
      await lay(file, salesFile({ rows: 2_000, days: 3, metrics }).text)
    }
    const signals: unknown[] = []
    for (let kill = 0; kill < 3; kill += 1) {
      const started = desk.start(['inbox'])
      const uploads = (await desk.kept()).uploads
      while ((await desk.kept()).uploads === uploads && !(await isEnded(started.ended)))
        await sleep(2)
      await sleep(chance.below(40))
      started.signal('SIGKILL')
      signals.push((await started.ended).signal)
      await desk.quiet()
      expect(await desk.wrongDays()).toEqual([])
    }
    expect(signals).toContain('SIGKILL')

    await desk.muster('inbox')

    expect(await filesIn(inbox)).toEqual(files.map((file) => file.replace('pos/', 'pos/taken/')))
    expect(await desk.kept()).toMatchObject({ uploads: 5, events: 10_000, days: 15, conflicts: 0 })
    expect(await desk.wrongDays()).toEqual([])
  })
})

describe('muster inbox --watch', async () => {
  const { desk, inbox, lay } = await deskWithInbox('watch')

  it('sees a file that comes later, and stops when it is asked to', TIMEOUT, async () => {
    const watching = desk.start(['inbox', '--watch'])
    await sleep(1_500)
    await lay('web/later.csv', `${HEAD}\n2026-01-01,1,seen,`)
    const taken = 'web/taken/later.csv'
    while (!(await filesIn(inbox)).includes(taken) && !(await isEnded(watching.ended))) {
      await sleep(50)
    }
    watching.signal('SIGINT')

    expect(await watching.ended).toMatchObject({ code: 0, signal: null, answer: { files: 1 } })
    expect(await filesIn(inbox)).toEqual([taken])
    expect(await desk.daySums('seen')).toEqual([['2026-01-01', '1']])
  })
})

describe('an inbox that is not there', async () => {
  const database = await testDatabase()
  const deskOf = (name: string, events: object): Promise<EventDesk> =>
    makeEventDesk({ folder: join(root, name), database, settings: { events } })

  it('is a failure with a name, where it is missing and where nobody named one', async () => {
    const missing = await deskOf('missing', { inbox: 'nowhere' })
    const unnamed = await deskOf('unnamed', {})
    const place = join(missing.folder, 'nowhere')
    expect(await missing.muster('inbox')).toEqual({
      ...{ code: 1, answer: { error: { code: 'inbox.not-found', details: { folder: place } } } },
    })
    expect(await unnamed.muster('inbox', '--watch')).toMatchObject({
      ...{ code: 1, answer: { error: { code: 'inbox.not-configured' } } },
    })
    const told = [
      [missing, 'en', `The inbox ${place} cannot be read.`],
      [missing, 'es', `No se puede leer el buzón ${place}.`],
      [unnamed, 'en', 'The configuration names no inbox.'],
      [unnamed, 'es', 'La configuración no nombra ningún buzón.'],
    ] as const
    for (const [desk, language, sentence] of told) {
      const { code, err } = await desk.spoken('--lang', language, 'inbox')
      expect([code, err]).toEqual([1, expect.stringContaining(sentence)])
    }
  })
})

async function isEnded(ended: Promise<unknown>): Promise<boolean> {
  return Promise.race([ended.then(() => true), sleep(0).then(() => false)])
}
