import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { warranties } from '../../docs/examples/warranties/warranties.ts'
import { failureOf } from '../support/read-cells.ts'
import { readSource } from '../support/read-delivery.ts'

const ROOT = join(import.meta.dirname, '../..')
const HOME = join(ROOT, 'docs/examples/warranties')
const textOf = (file: string) => readFileSync(file, 'utf8')
const fixture = (name: string) => {
  const folder = join(HOME, 'fixtures', name)
  const settings = JSON.parse(textOf(join(folder, 'settings.json')).replace('$FOLDER', folder))
  return { settings, expected: JSON.parse(textOf(join(folder, 'expected.json'))) }
}

describe('the example of docs/adding-a-source.md', () => {
  it('delivers what its fixture expects', async () => {
    const { settings, expected } = fixture('a-register')
    const { places, ...delivery } = await readSource(warranties, settings)

    expect(delivery).toEqual(expected)
    expect(delivery.records).toHaveLength(2)
    expect(delivery.rejections.map(({ code }) => code)).toEqual(['row-unreadable', 'id-missing'])
    expect(places).toHaveLength(4)
  })

  it('fails by name where no header is found', async () => {
    const { settings, expected } = fixture('no-header')
    const failure = await failureOf(readSource(warranties, settings))

    expect(failure.code).toBe(expected.failure)
  })

  it('has a README that bears its title and names its refusals', () => {
    const readme = textOf(join(HOME, 'README.md'))

    expect(readme.split('\n')[0]).toBe(`# ${warranties.title}`)
    for (const { code } of fixture('a-register').expected.rejections) {
      expect(readme).toContain(`\`${code}\``)
    }
  })

  it('stands on the page as it is compiled, file by file', () => {
    const page = textOf(join(ROOT, 'docs/adding-a-source.md'))

    for (const file of ['warranty.ts', 'schema.ts', 'client.ts', 'warranties.ts']) {
      expect(page).toContain(`\`\`\`ts\n// ${file}\n${textOf(join(HOME, file))}\`\`\``)
    }
  })
})
