import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readmeText } from './readme-text.ts'
import { TARGETS } from './targets.ts'

const FILES = join(import.meta.dirname, 'files')

describe.each(readdirSync(FILES))('%s', (name) => {
  const text = readFileSync(join(FILES, name), 'utf8')

  it('calls no npm, fetches nothing, and runs on the Node of its folder alone', () => {
    expect(text).not.toMatch(/\b(?:npm|npx|curl|wget|Invoke-WebRequest)\b/iu)
    expect(text).not.toMatch(/^\s*(?:exec |& )?node(?:\s|\.exe)/mu)
  })

  it('is of characters that every shell reads alike', () => {
    // Spanish in a message of the shell script: terminals on Linux and macOS are UTF-8
    const isForWindows = /\.(?:cmd|ps1)$/u.test(name)
    expect(isForWindows && /[^\n -~]/u.test(text)).toBe(false)
  })
})

describe.each(TARGETS)('the README for $name', (target) => {
  const text = readmeText({ version: '1.2.3', target })
  const isWindows = target.os === 'win32'

  it('names its start script in both languages, and nothing of other systems', () => {
    const start = isWindows ? 'start.cmd' : './start.sh'
    const [english = '', spanish = ''] = text.split('-'.repeat(80))

    expect(english).toContain(`${start} init `)
    expect(spanish).toContain(`${start} init `)
    expect(text.includes('xattr')).toBe(target.os === 'darwin')
    expect(text.includes('start.cmd')).toBe(isWindows)
  })

  it('ends its lines as that system does', () => {
    expect(text.split('\r\n').length > 1).toBe(isWindows)
    expect(text.replaceAll('\r\n', '').includes('\n')).toBe(!isWindows)
  })
})
