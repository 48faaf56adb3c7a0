import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.ts'

const ROOT = join(import.meta.dirname, '../..')
/** As systemd counts it: 0 is shut off from everything, 10 from nothing. */
const MOST_EXPOSED = 2

/** Has systemd verify every unit, as if this folder were /opt/muster, and say how exposed each service is. */
export async function drillUnits(folder: string): Promise<void> {
  const from = join(ROOT, 'deploy/systemd')
  const to = join(folder, 'units')
  await mkdir(to)
  const names = await readdir(from)
  for (const name of names) {
    const text = await readFile(join(from, name), 'utf8')
    await writeFile(
      join(to, name),
      text.replaceAll(/(Exec\w+=.*?)\/opt\/muster\/muster\b/gu, `$1${ROOT}/muster`),
    )
  }
  const files = names.map((name) => join(to, name))
  const said = run('systemd-analyze', ['verify', '--man=no', ...files]).trim()
  if (said !== '') throw new Error(`systemd-analyze verify says:\n${said}`)
  console.log(`systemd-analyze verify: nothing to say of ${names.length} units`)
  for (const name of names.filter((each) => each.endsWith('.service'))) {
    console.log(`systemd-analyze security: ${name} ${exposureOf(join(to, name))}`)
  }
}

function exposureOf(file: string): number {
  const limit = `--threshold=${MOST_EXPOSED * 10}`
  const said = run('systemd-analyze', ['security', '--no-pager', '--offline=true', limit, file])
  const [, exposure] = /Overall exposure level .*: (\d+\.\d+)/u.exec(said) ?? []
  if (exposure === undefined) throw new Error(`no exposure level in:\n${said}`)
  return Number(exposure)
}
