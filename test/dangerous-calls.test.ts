import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** Every file of the product in a folder, with what it says. */
function sourcesIn(folder: string): { readonly file: string; readonly text: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/u.test(file) && !/\.test\.tsx?$|^web\/dist\//u.test(file))
    .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))
}

const program = [...sourcesIn('src'), ...sourcesIn('demo')]
const web = sourcesIn('web')
const filesWith = (sources: typeof web, pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

describe('the program', () => {
  it('starts others by name and list of arguments, through no shell', () => {
    const starting = program.filter(({ text }) => text.includes('child_process'))
    const imported = starting.flatMap(({ text }) =>
      [...text.matchAll(/import (?:\{([^}]*)\}|.*) from '(?:node:)?child_process'/gu)].flatMap(
        ([whole, names = whole]) => names.split(',').map((name) => name.trim()),
      ),
    )
    const calls = starting.flatMap(({ text }) => [
      ...text.matchAll(/\b(?:spawn|execFile|run)\((\w+), ?(\S)/gu),
    ])

    expect(starting.length).toBeGreaterThan(3)
    expect(calls.length).toBeGreaterThan(3)
    const known = ['ChildProcess', 'execFile', 'spawn']
    expect([...new Set(imported.map((name) => name.replace('type ', '')))].toSorted()).toEqual(
      known,
    )
    expect(filesWith(program, /\bshell:|windowsVerbatimArguments/u)).toEqual([])
  })

  it('makes no code of text', () => {
    const dynamic =
      /\beval\(|\bnew Function\b|\bFunction\(|\bset(?:Timeout|Interval)\(\s*['"`]|node:vm|from 'vm'/u

    expect(program.length).toBeGreaterThan(500)
    expect(filesWith([...program, ...web], dynamic)).toEqual([])
  })
})

describe('the web app', () => {
  it('shows text as text', () => {
    const html =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bsrcDoc\b|DOMParser|createContextualFragment/u

    expect(web.length).toBeGreaterThan(100)
    expect(filesWith(web, html)).toEqual([])
  })

  it('keeps in the browser which language and columns a person chose, and nothing else of its own', () => {
    expect(filesWith(web, /(?:local|session)Storage|indexedDB|\bcaches\./iu)).toEqual([
      'web/api/spoken-language.ts',
      'web/ui/use-table-columns.ts',
    ])
    expect(filesWith(web, /document\.cookie\s*=/u)).toEqual([])
  })
})
