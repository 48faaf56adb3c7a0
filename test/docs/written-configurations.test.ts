import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadConfig } from '../../src/config.ts'
import { SECRETS } from '../../src/secrets.ts'

const DOCS = join(import.meta.dirname, '../../docs')
const env = Object.fromEntries(
  SECRETS.filter((name) => !name.endsWith('_URL')).map((name) => [name, 'a long enough secret']),
)

/** What a page shows as `muster.yaml`, whole or in part; what belongs to other programs is marked so in the page. */
const written = ['getting-started', 'platforms', 'access', 'configuration'].flatMap((page) =>
  [...readFileSync(join(DOCS, `${page}.md`), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gmu)]
    .map(([, text = '']) => text)
    .filter((text) => !/^(?:env|scrape_configs):/mu.test(text))
    .map((text, at) => ({ page, at: at + 1, text })),
)

describe('a configuration that the documentation shows', () => {
  it('is there', () => {
    expect(written.length).toBeGreaterThanOrEqual(6)
  })

  it.each(written)('in docs/$page.md, number $at, is taken as it stands', ({ text }) => {
    const content = { sources: {}, ...parse(text) }
    const config = loadConfig({
      ...{ file: 'muster.yaml', folder: '/srv/muster', env, language: 'en' },
      text: JSON.stringify(content),
    })
    expect(config.sources).toBeDefined()
  })
})
