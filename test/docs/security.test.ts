import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigFile } from '../../src/config.ts'

const ROOT = join(import.meta.dirname, '../..')
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const page = textOf('docs/security.md')
const chapter = (title: string) => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
const namesIn = (text: string) => [...text.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name)

describe('what is kept, and how it is guarded', () => {
  const classes = new Map(
    [...chapter('What is kept, and how it is guarded').matchAll(/^\| (\w+) +\| (`.+) \|$/gmu)].map(
      ([, name = '', tables = '']) => [name, namesIn(tables)],
    ),
  )
  const tables = [
    ...(textOf('src/db/schema.ts').split('interface Schema {')[1] ?? '').matchAll(
      /^ {2}(\w+): /gmu,
    ),
  ].map(([, name = '']) => name)

  it('puts every table and view of the database into one class', () => {
    expect([...classes.values()].flat().toSorted()).toEqual(tables.toSorted())
  })

  it('says of every class how it is guarded', () => {
    for (const name of classes.keys()) {
      expect(page).toMatch(new RegExp(`^\\| ${name} +\\| [a-z].{20,}\\| .{10,}\\|$`, 'mu'))
    }
  })

  it('calls secret what the role for looking on cannot read', () => {
    const withheld =
      /relname not in \(([^)]+)\)/u.exec(textOf('src/db/runtime-rights.ts'))?.[1] ?? ''
    const names = [...withheld.matchAll(/'(\w+)'/gu)].map(([, name = '']) => name)

    expect(classes.get('secret')).toEqual(names.toSorted())
  })

  it('calls record what the database refuses to take away', () => {
    const refusing = globSync('migrations/*.sql', { cwd: ROOT }).flatMap((file) =>
      [
        ...textOf(file).matchAll(
          /create trigger \w+_(?:append_only|moves_on) before update or delete on (\w+)/gu,
        ),
      ].map(([, name = '']) => name),
    )
    expect(classes.get('record')).toEqual(refusing.toSorted())
  })
})

describe('cryptography', () => {
  const named = namesIn(chapter('Cryptography')).filter((name) => name.startsWith('src/'))

  it('names every file that has to do with it, and no other', () => {
    const using = globSync('src/**/*.ts', { cwd: ROOT })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !file.endsWith('.test.ts'))
      .filter((file) =>
        /from '(?:node:crypto|@node-rs\/argon2|jose|openid-client)'/u.test(textOf(file)),
      )
    expect(named.toSorted()).toEqual(using.toSorted())
    expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  })

  it.each([
    ['src/db/key-ring.ts', /'aes-256-gcm'/u, 'AES-256-GCM'],
    ['src/access/secret/access-token.ts', /'HS256'/u, 'HS256'],
    ['src/access/secret/password-hash.ts', /m=19456,t=2,p=1/u, '19 MiB, two passes, one lane'],
    ['src/db/backup/sealed-keys.ts', /N: 131_072, r: 8, p: 1/u, 'N 2^17, r 8, p 1'],
    ['src/watch/webhook/client.ts', /createHmac\('sha256'/u, 'HMAC-SHA-256'],
  ])('tells of %s what stands in it', (file, code, told) => {
    expect(textOf(file)).toMatch(code)
    const row = chapter('Cryptography')
      .split('\n')
      .find((line) => line.includes(file))
    expect(row).toContain(told)
  })
})

describe('keys and logs', () => {
  it('are kept as long as the page says', () => {
    const { retention } = ConfigFile.parse({ sources: {} })

    expect(page).toContain(`| ${retention.runDays} days once nothing refers to it any more`)
    expect(textOf('src/jobs/housekeeping.task.ts')).toContain('LOG_DAYS = 90\n')
    expect(chapter('What is logged')).toMatch(/^\| `run_log` .+\| 90 days /mu)
    expect(textOf('src/access/secret/signing-keys.ts')).toContain(
      'ROTATED_AFTER_MS = 90 * 86_400_000',
    )
    expect(chapter('Keys, from making to end')).toContain('at a start after 90 days')
  })
})

describe('faults of what Muster is made of', () => {
  it('are asked for on every push and at every release, as the page says', () => {
    const ci = textOf('.github/workflows/ci.yml')

    expect(ci).toMatch(/^ {2}push:/mu)
    expect(ci).toContain('- run: npm audit --omit=dev\n')
    expect(textOf('.github/workflows/release.yml')).toContain('uses: ./.github/workflows/ci.yml')
    const table = chapter('Faults of what Muster is made of')
    expect(table.match(/within \d+ days/gu)).toHaveLength(4)
  })
})
