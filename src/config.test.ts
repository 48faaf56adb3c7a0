import { describe, expect, it } from 'vitest'
import { loadConfig } from './config.ts'
import { AppError } from './lib/errors.ts'

const load = (text: string, env: Record<string, string> = {}) =>
  loadConfig({ file: '/etc/muster.yaml', folder: '/etc', text, env, language: 'en' })

const loadIn = (language: 'en' | 'es', text: string) =>
  loadConfig({ file: '/etc/muster.yaml', folder: '/etc', text, env: {}, language })

const FILE = 'sources: { ocs: { file: ocs.sqlite, inventoryField: NumInventario } }'

describe('loadConfig', () => {
  it('fills in every default and makes paths absolute', () => {
    const config = load(FILE)

    expect(config.dataFolder).toBe('/etc/data')
    expect(config.sources['finance-register']).toMatchObject({
      folder: '/etc/inbox',
      file: '*AR01*',
    })
    expect(config.guards).toEqual({ shrink: 0.2, share: 0.3 })
    expect(config.databaseUrl).toBeNull()
  })

  it('takes the password of OCS from the environment only', () => {
    const text = 'sources: { ocs: { host: db, user: muster, inventoryField: N } }'

    expect(load(text, { MUSTER_OCS_PASSWORD: 's3' }).sources.ocs).toMatchObject({ password: 's3' })
  })

  it('refuses a password among the settings, also an empty one', () => {
    const text = 'sources: { ocs: { host: db, user: m, inventoryField: N, password: "" } }'

    expect(faultsOf(() => load(text))).toEqual([expect.stringContaining('MUSTER_OCS_PASSWORD')])
  })

  it.each([
    ['ninjaone', 'clientSecret', 'MUSTER_NINJAONE_CLIENT_SECRET'],
    ['ninjaone', 'refreshToken', 'MUSTER_NINJAONE_REFRESH_TOKEN'],
    ['threatlocker', 'token', 'MUSTER_THREATLOCKER_TOKEN'],
  ])(
    'names the variable of a secret of %s that stands in the file: %s',
    (source, key, variable) => {
      const text = `sources:\n  ${source}:\n    ${key}: geheim\n`
      const spanish = () => loadConfig({ file: 'f', folder: '/', text, env: {}, language: 'es' })
      const wanted = (words: string) => expect.stringContaining(`${words} ${variable}, `)

      expect(faultsOf(() => load(text))).toContainEqual(wanted('in the configuration; put it in'))
      expect(faultsOf(spanish)).toContainEqual(wanted('no va en la configuración; póngalo en'))
      expect(faultsOf(() => load(text)).join()).not.toMatch(/geheim|OCS/u)
    },
  )

  it('says in its own words what is of the wrong kind, counting from 1', () => {
    const text = 'guards: { shrink: much }\ntags: { emptyWords: [NA, 7] }\nnightly: { apply: 1 }\n'

    expect(faultsOf(() => load(text))).toEqual([
      'line 1, guards.shrink: must be a number',
      'line 2, tags.emptyWords.2: must be a text',
      'line 3, nightly.apply: must be true or false',
      expect.stringMatching(/^sources: is missing/u),
    ])
  })

  it('says at which line a setting is wrong, in the language asked for', () => {
    const text = 'guards:\n  shrink: 2\nsources:\n  ocs: { file: x, inventoryField: N }\n'
    const spanish = () => loadConfig({ file: 'f', folder: '/', text, env: {}, language: 'es' })

    expect(faultsOf(() => load(text))).toEqual([
      expect.stringMatching(/^line 2, guards\.shrink: must be 1 or less$/),
    ])
    expect(faultsOf(spanish)).toEqual([
      expect.stringMatching(/^línea 2, guards\.shrink: debe ser 1 o menos$/),
    ])
  })

  it.each([
    { what: 'a list left open', text: 'x: 1\nsources: [1', line: 2, word: 'cierra' },
    { what: 'a quote left open', text: 'timeZone: "UTC\nx: 1', line: 2, word: 'comilla' },
    { what: 'a tab', text: 'sources:\n\tocs: 1', line: 2, word: 'tabulador' },
    { what: 'lines that do not align', text: 'a:\n    b: 1\n   c: 2', line: 3, word: 'espacios' },
    { what: 'a setting twice', text: 'a: 1\na: 2', line: 2, word: 'dos veces' },
    { what: 'a colon inside a value', text: 'a: b: c', line: 1, word: 'dos puntos' },
    { what: 'a colon without its space', text: 'a:b\nc: 1', line: 1, word: 'dos puntos' },
    { what: 'a sign that means something else', text: 'a: @x', line: 1, word: 'comillas' },
    { what: 'a path in double quotes', text: 'a: "C:\\inbox"', line: 1, word: 'comillas simples' },
    { what: 'a bracket too many', text: 'a: {b: 1}}', line: 1, word: 'de más' },
    { what: 'two documents', text: 'a: 1\n---\nb: 2', line: 2, word: 'guiones' },
  ])('says in Spanish too, and once, where there is $what', ({ text, line, word }) => {
    const [told = '', ...more] = faultsOf(() => loadIn('es', text))

    expect(more).toEqual([])
    expect(told).toMatch(new RegExp(`^línea ${line}: .*${word}`, 'u'))
    expect(faultsOf(() => load(text))[0]).toMatch(new RegExp(`^line ${line}: [a-z].{20}`, 'u'))
  })

  it('tells no value of a text that is no YAML', () => {
    const text = 'password: [geheim\nkey: |geheim\n- geheim'

    expect(faultsOf(() => load(text)).join()).not.toContain('geheim')
  })

  it('says to quote a pattern that starts with a star', () => {
    const text = 'sources: { finance-register: { file: *AR01* } }'

    expect(faultsOf(() => load(text))).toEqual([expect.stringContaining('in quotes')])
  })

  it('names every setting that is not known, with its line', () => {
    const text = `${FILE}\nextra:\n  deep: 1\nguards:\n  shrnk: 1\n`

    expect(faultsOf(() => load(text))).toEqual([
      'line 2, extra: Muster has no such setting',
      'line 5, guards.shrnk: Muster has no such setting',
    ])
    expect(faultsOf(() => loadIn('es', 'extra: 1'))[0]).toMatch(/^(línea 1, extra|sources): /u)
  })

  it.each(['', '\n\n', '# only a comment\n', '---\n'])('says of %j that nothing is set', (text) => {
    expect(faultsOf(() => load(text))).toEqual([expect.stringMatching(/^nothing is set in it/u)])
    expect(faultsOf(() => loadIn('es', text))).toEqual([expect.stringMatching(/^no fija nada/u)])
  })

  it.each(['- ocs', 'ocs'])('says of %j that it holds no settings', (text) => {
    expect(faultsOf(() => load(text))).toEqual([expect.stringMatching(/^it holds no settings/u)])
  })

  it.each([
    'postgres://u:p@h:5432/muster',
    'postgresql://h/muster',
    'postgres://u@/muster?host=/run/postgresql',
    '/run/postgresql muster',
  ])('takes %s for a PostgreSQL server', (url) => {
    expect(load(FILE, { DATABASE_URL: url }).databaseUrl).toBe(url)
  })

  it.each([
    'mysql://u:geheim@h/muster',
    'h:5432/geheim',
    'postgres:geheim',
    'postgres://h:x/geheim',
  ])('says that %s is no PostgreSQL server, and does not repeat it', (url) => {
    const [told = '', ...more] = faultsOf(() => load(FILE, { DATABASE_URL: url }))

    expect(more).toEqual([])
    expect(told).toMatch(/^DATABASE_URL: this is not the address of a PostgreSQL server/u)
    expect(told).not.toContain('geheim')
  })

  it('reports every fault at once, each at its key', () => {
    const text = 'timeZone: Nowhere\nguards: { shrink: 2 }\nsources: { ocs: { file: x } }\nextra: 1'
    const faults = faultsOf(() => load(text))

    expect(faults).toHaveLength(4)
    expect(faults.join('\n')).toMatch(/sources\.ocs\.inventoryField/)
  })
})

function faultsOf(work: () => unknown): string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError && 'faults' in error.details) return error.details.faults
    throw error
  }
  return []
}
