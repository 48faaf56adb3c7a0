import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readYaml } from './config-yaml.ts'

describe('readYaml', () => {
  it('tells the first mistake of each line, at its line', () => {
    const yaml = readYaml('a: 1\nb: "x" y z\nc: 2\nd: ] ]\n')

    expect(yaml).toMatchObject({ kind: 'broken' })
    const faults = yaml.kind === 'broken' ? yaml.faults : []
    expect(faults.map(({ place }) => place)).toEqual([
      { line: 2, name: '' },
      { line: 4, name: '' },
    ])
  })

  it('is soon done with a line of thousands of mistakes', () => {
    const yaml = readYaml(`a: [x, ${'!!binary'.repeat(20_000)}\nb: 1\n`)

    expect(yaml.kind).toBe('broken')
  }, 10_000)

  it('refuses aliases that grow without end, and what is nested deeper than any setting', () => {
    const names = [...'abcdefghi']
    const laughs = names.map((name, at) => {
      const inside = at === 0 ? 'x' : `*${names[at - 1]}`
      return `${name}: &${name} [${Array(9).fill(inside).join(',')}]`
    })

    expect(readYaml(laughs.join('\n')).kind).toBe('broken')
    expect(readYaml(`a: ${'['.repeat(20_000)}`).kind).toBe('broken')
  })

  it('prints nothing of its own about keys that are lists', () => {
    const file = JSON.stringify(join(import.meta.dirname, 'config-yaml.ts'))
    const program = `import(${file}).then(({ readYaml }) => console.log(readYaml('? [a]\\n: 1').kind))`

    const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' })

    expect([stdout.trim(), stderr]).toEqual(['read', ''])
  })
})
