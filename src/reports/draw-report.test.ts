import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { testFolder } from '../../test/support/workbook-parts.ts'
import { writeWorkbook } from '../workbook/write/write-workbook.ts'
import { drawReport } from './draw-report.task.ts'

let folder = ''
let workbook = ''

beforeEach(async () => {
  folder = testFolder()
  workbook = join(folder, 'muster-P1-Cañaveral.xlsx')
  const columns = [{ title: 'Municipio' }]
  await writeWorkbook(workbook, [{ name: 'Summary', columns, rows: [['Cañaveral']] }])
})

/** A stand-in for LibreOffice that keeps its arguments and then does as `script` says. */
function standIn(script: string) {
  const programs = join(folder, 'programs')
  mkdirSync(programs)
  const program = join(programs, 'soffice')
  const keep = `printf '%s\\n' "$@" > "${folder}/arguments"`
  writeFileSync(program, `#!/bin/sh\n${keep}\n${script}\n`)
  chmodSync(program, 0o755)
  return { PATH: [programs, '/usr/bin', '/bin'].join(delimiter) }
}

/** Writes what LibreOffice would: the picture, named after the workbook, into the folder given. */
const DRAWS = `while [ "$1" != --outdir ]; do shift; done; cat "$3" > "$2/report.pdf"`

describe('drawReport', () => {
  it('says that LibreOffice is missing where no path leads to it', async () => {
    for (const env of [{ PATH: '' }, {}, { PATH: folder }]) {
      const drawing = drawReport({ env }, { workbook, format: 'pdf' })
      await expect(drawing).rejects.toMatchObject({ code: 'picture.no-libreoffice' })
    }
    expect(readdirSync(folder)).toEqual(['muster-P1-Cañaveral.xlsx'])
  })

  it('runs LibreOffice unseen, in a profile of its own, and puts the picture beside the workbook', async () => {
    const picture = await drawReport({ env: standIn(DRAWS) }, { workbook, format: 'pdf' })

    expect(picture).toBe(join(folder, 'muster-P1-Cañaveral.pdf'))
    expect(readFileSync(picture)).toEqual(readFileSync(workbook))
    const [profile, ...args] = readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n')
    expect(profile).toMatch(/^-env:UserInstallation=file:\/\/\/.*muster-picture-.*\/profile$/u)
    expect(args).toEqual([
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--nodefault',
      '--convert-to',
      'pdf:calc_pdf_Export',
      '--outdir',
      expect.stringContaining(join(folder, '.muster-picture-')),
      expect.stringMatching(/muster-picture-.*\/report\.xlsx$/u),
    ])
  })

  it('leaves nothing behind but the picture', async () => {
    await drawReport({ env: standIn(DRAWS) }, { workbook, format: 'pdf' })
    expect(readdirSync(folder).toSorted()).toEqual([
      'arguments',
      'muster-P1-Cañaveral.pdf',
      'muster-P1-Cañaveral.xlsx',
      'programs',
    ])
    const temporary = readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n').at(-1)
    expect(existsSync(temporary ?? '')).toBe(false)
  })

  it('takes LibreOffice at its word when it fails, and only a picture for a picture', async () => {
    const drawing = drawReport({ env: standIn('echo "no display" >&2; exit 77') }, PDF())
    await expect(drawing).rejects.toMatchObject({
      code: 'picture.failed',
      details: { reason: 'no display' },
    })
  })

  it('does not believe an end without a picture', async () => {
    const drawing = drawReport({ env: standIn('echo "no export filter" >&2') }, PDF())
    await expect(drawing).rejects.toMatchObject({
      code: 'picture.failed',
      details: { reason: 'no export filter' },
    })
    expect(existsSync(join(folder, 'muster-P1-Cañaveral.pdf'))).toBe(false)
  })

  it('stops LibreOffice, and all that it started, when it takes too long', async () => {
    const env = standIn(`sh -c 'sleep 2; touch "${folder}/survivor"' & sleep 60`)
    const started = performance.now()
    const drawing = drawReport({ env, timeoutMs: 300 }, PDF())
    await expect(drawing).rejects.toMatchObject({
      code: 'picture.failed',
      details: { reason: 'libreoffice-timeout: 0' },
    })
    expect(performance.now() - started).toBeLessThan(10_000)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(existsSync(join(folder, 'survivor'))).toBe(false)
  })

  it('says so when the workbook itself is missing', async () => {
    const gone = join(folder, 'gone.xlsx')
    const env = standIn(DRAWS)
    const drawing = drawReport({ env }, { workbook: gone, format: 'pdf' })
    const details = { file: gone, inFolder: ['muster-P1-Cañaveral.xlsx'] }
    await expect(drawing).rejects.toMatchObject({ code: 'workbook.not-found', details })
    const nowhere = drawReport({ env }, { workbook: '/nonexistent/x.xlsx', format: 'pdf' })
    await expect(nowhere).rejects.toMatchObject({ code: 'workbook.not-found' })
  })

  it('says so when the folder takes no picture', async () => {
    mkdirSync(join(folder, 'muster-P1-Cañaveral.pdf'))
    const drawing = drawReport({ env: standIn(DRAWS) }, PDF())
    const details = { file: join(folder, 'muster-P1-Cañaveral.pdf') }
    await expect(drawing).rejects.toMatchObject({ code: 'workbook.unwritable', details })
    expect(readdirSync(folder).filter((name) => name.startsWith('.muster'))).toEqual([])
  })

  it('says so when nothing may be written into the folder', async () => {
    // A folder that even root cannot write into: that of its own file descriptors.
    const descriptor = openSync(workbook, 'r')
    const beside = `/proc/self/fd/${descriptor}`
    const drawing = drawReport({ env: standIn(DRAWS) }, { workbook: beside, format: 'pdf' })
    await expect(drawing).rejects.toMatchObject({ code: 'workbook.unwritable' })
    closeSync(descriptor)
  })

  it('keeps the secrets of Muster from LibreOffice', async () => {
    const secrets = {
      MUSTER_OCS_PASSWORD: 's-1',
      MUSTER_OCS_PASSWORD_FILE: 's-2',
      DATABASE_URL: 's-3',
      PGPASSWORD: 's-4',
    }
    const env = { ...standIn(`env > "${folder}/environment"\n${DRAWS}`), ...secrets, LANG: 'es_CU' }
    await drawReport({ env }, PDF())
    const passed = readFileSync(join(folder, 'environment'), 'utf8')
    expect(passed).toContain('LANG=es_CU')
    expect(passed).not.toMatch(/s-\d/u)
  })

  const PDF = () => ({ workbook, format: 'pdf' as const })
})
