import { spawn } from 'node:child_process'
import { access, constants, copyFile, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '../lib/errors.ts'
import { closeFile, openFile } from '../workbook/file-descriptor.ts'

export type PictureFormat = 'pdf' | 'png'

/**
 * What drawing needs: LibreOffice is looked for along `PATH` of `env`, and run with all of `env` that
 * cannot hold a secret of Muster or its database.
 */
export interface DrawContext {
  readonly env: Readonly<Record<string, string | undefined>>
  /** 10 minutes unless told otherwise; LibreOffice takes a second for five pages of PDF. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 600_000
const NAMES = ['soffice', 'libreoffice', 'soffice.exe']
/** Where LibreOffice lies on systems that do not put it on the path. */
const USUAL_PLACES = [
  'C:\\Program Files\\LibreOffice\\program',
  '/Applications/LibreOffice.app/Contents/MacOS',
]
/** A picture of the first page, wide enough to be read. */
const FILTERS: Record<PictureFormat, string> = {
  pdf: 'pdf:calc_pdf_Export',
  png: 'png:calc_png_Export:{"PixelWidth":{"type":"long","value":"1754"}}',
}
/** Settings of Muster and of the clients of its database; none of LibreOffice begins like them. */
const OUR_SETTING = /^(?:MUSTER_|DATABASE_|PG)/iu
/** As much of what LibreOffice complains about as fits a sentence. */
const REASON_CHARACTERS = 300

/**
 * Draws a workbook with LibreOffice and puts the picture beside it: all sheets as PDF, or the first
 * page as PNG. Throws `workbook.not-found` and `workbook.unreadable` for the workbook,
 * `workbook.unwritable` where its folder takes no picture, `picture.no-libreoffice` and
 * `picture.failed`; the workbook stays as it is.
 */
export async function drawReport(
  context: DrawContext,
  { workbook, format }: { workbook: string; format: PictureFormat },
): Promise<string> {
  const program = await findLibreOffice(context.env)
  const name = basename(workbook, extname(workbook))
  const picture = join(dirname(workbook), `${name}.${format}`)
  await closeFile(await openFile(workbook))
  const drawn = await mkdtemp(join(dirname(workbook), '.muster-picture-')).catch(
    unwritable(picture),
  )
  try {
    await drawInto(context, { program, format, workbook, drawn, picture })
    return picture
  } finally {
    await rm(drawn, { recursive: true, force: true })
  }
}

interface Drawing {
  readonly program: string
  readonly format: PictureFormat
  readonly workbook: string
  /** A folder beside the picture, so that putting it in place is one step. */
  readonly drawn: string
  readonly picture: string
}

async function drawInto(context: DrawContext, drawing: Drawing): Promise<void> {
  const { program, format, workbook, drawn, picture } = drawing
  const folder = await mkdtemp(join(tmpdir(), 'muster-picture-')).catch(failed)
  try {
    // Under a plain name: not every locale LibreOffice may run in can spell the workbook's own.
    const copy = join(folder, 'report.xlsx')
    await copyFile(workbook, copy).catch(failed)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const args = conversion({ profile, format, outFolder: drawn, workbook: copy })
    const complaints = await run(context, program, args)
    await putInPlace({ drawn: join(drawn, `report.${format}`), picture, complaints })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function failed(cause: Error): never {
  throw new AppError('picture.failed', { reason: cause.message }, { cause })
}

function unwritable(file: string) {
  return (cause: Error): never => {
    throw new AppError('workbook.unwritable', { file, reason: cause.message }, { cause })
  }
}

interface Conversion {
  readonly profile: string
  readonly format: PictureFormat
  readonly outFolder: string
  readonly workbook: string
}

/** A profile of its own, so that a LibreOffice that is open on this account does not take the work. */
function conversion({ profile, format, outFolder, workbook }: Conversion): string[] {
  return [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--nodefault',
    '--convert-to',
    FILTERS[format],
    '--outdir',
    outFolder,
    workbook,
  ]
}

async function findLibreOffice(env: DrawContext['env']): Promise<string> {
  const onPath = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const folder of [...onPath, ...USUAL_PLACES]) {
    for (const name of NAMES) {
      const program = join(folder, name)
      if (await isProgram(program)) return program
    }
  }
  throw new AppError('picture.no-libreoffice', {})
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}

/**
 * Runs LibreOffice to its end and gives what it complained about. It is a script that starts others,
 * so all of them are stopped at once.
 */
function run(
  { env, timeoutMs = TIMEOUT_MS }: DrawContext,
  program: string,
  args: readonly string[],
): Promise<string> {
  const child = spawn(program, args, {
    env: withoutSecrets(env),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-REASON_CHARACTERS)
  })
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new AppError('picture.failed', { reason }))
    const timer = setTimeout(() => {
      stop(child.pid)
      fail(`libreoffice-timeout: ${Math.round(timeoutMs / 1000)}`)
    }, timeoutMs)
    child.once('error', (error) => {
      clearTimeout(timer)
      fail(error.message)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve(complaints.trim())
      else fail(complaints.trim() || `libreoffice-ended: ${code}`)
    })
  })
}

function withoutSecrets(env: DrawContext['env']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OUR_SETTING.test(name)))
}

function stop(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // it ended by itself in this very moment
  }
}

interface Drawn {
  readonly drawn: string
  readonly picture: string
  readonly complaints: string
}

/** LibreOffice ends with 0 also when it could not write, so only the picture itself is proof. */
async function putInPlace({ drawn, picture, complaints }: Drawn): Promise<void> {
  const bytes = await stat(drawn).then(
    ({ size }) => size,
    () => 0,
  )
  if (bytes === 0) {
    const reason = complaints || 'libreoffice-silent'
    throw new AppError('picture.failed', { reason })
  }
  await rename(drawn, picture).catch(unwritable(picture))
}
