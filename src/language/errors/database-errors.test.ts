import { describe, expect, it } from 'vitest'
import type { ProgramsReason, StartReason, SystemUserReason } from '../../lib/database-failure.ts'
import { AppError, type ErrorCode, type ErrorDetails } from '../../lib/errors.ts'
import { explain } from '../error-words.ts'
import type { Language, Phrase } from '../language.ts'
import {
  PROGRAMS_REASONS,
  START_REASONS,
  SYSTEM_USER_REASONS,
} from '../reasons/embedded-reasons.ts'
import { UNREACHABLE_REASONS } from '../reasons/unreachable-reasons.ts'

const CATALOGUES: [string, Readonly<Record<string, Phrase>>][] = [
  ['START_REASONS', START_REASONS],
  ['PROGRAMS_REASONS', PROGRAMS_REASONS],
  ['SYSTEM_USER_REASONS', SYSTEM_USER_REASONS],
  ['UNREACHABLE_REASONS', UNREACHABLE_REASONS],
]

describe.each(CATALOGUES)('%s', (_name, words) => {
  it('says every reason in both languages, each in its own words', () => {
    const lacking = Object.entries(words).filter(
      ([, { en, es }]) => en.trim() === '' || es.trim() === '' || en === es,
    )
    expect(lacking).toEqual([])
  })

  it.each(['en', 'es'] as const)('tells its reasons apart in %s', (language) => {
    const said = Object.values(words).map((phrase) => phrase[language])
    expect(new Set(said).size).toBe(said.length)
  })
})

describe('database.start-failed', () => {
  const told = (reason: StartReason, said: string) =>
    inBoth('database.start-failed', { folder: '/a/pg', reason, said })

  it.each(keysOf(START_REASONS))('says %s in the words of the language and no other', (reason) => {
    const { en, es } = told(reason, '')
    expect(en).toContain(`in /a/pg did not start: ${START_REASONS[reason].en}.`)
    expect(es).toContain(`en /a/pg no arrancó: ${START_REASONS[reason].es}.`)
    expect(es).not.toContain(START_REASONS[reason].en)
  })

  it('quotes what PostgreSQL or the system said, line for line', () => {
    const { en, es } = told('ended-at-once', 'LOG:  starting\nFATAL:  no space')
    expect(en).toMatch(/ PostgreSQL or the system says: "LOG: {2}starting\nFATAL: {2}no space"\.$/u)
    expect(es).toMatch(/ PostgreSQL o el sistema dice: «LOG: {2}starting\nFATAL: {2}no space»\.$/u)
  })

  it('quotes nothing when nothing was said', () => {
    const { en, es } = told('ended-at-once', '')
    expect(en).toMatch(/it holds the history\.$/u)
    expect(es).toMatch(/guarda el historial\.$/u)
  })
})

describe('database.no-binaries', () => {
  const told = (reason: ProgramsReason, said: string) =>
    inBoth('database.no-binaries', {
      needed: { kind: 'from', major: 15 },
      tried: [{ place: '/opt/pg', reason, said }],
    })

  it.each(keysOf(PROGRAMS_REASONS))('says %s beside its place, in each language', (reason) => {
    const { en, es } = told(reason, '')
    expect(en).toMatch(new RegExp(`\n- /opt/pg: ${PROGRAMS_REASONS[reason].en}$`, 'u'))
    expect(es).toMatch(new RegExp(`\n- /opt/pg: ${PROGRAMS_REASONS[reason].es}$`, 'u'))
  })

  it('quotes what a program said of itself', () => {
    const { en, es } = told('other-version', 'postgres (PostgreSQL) 14.9')
    expect(en).toMatch(/it is of another version: "postgres \(PostgreSQL\) 14\.9"$/u)
    expect(es).toMatch(/es de otra versión: «postgres \(PostgreSQL\) 14\.9»$/u)
  })

  it('says which version is needed, and why only that one', () => {
    const details = { needed: { kind: 'only', major: 17 } as const, tried: [] }
    const { en, es } = inBoth('database.no-binaries', details)
    expect(en).toMatch(/^This database was made by PostgreSQL 17, and no PostgreSQL 17 /u)
    expect(es).toMatch(/^Esta base de datos se creó con PostgreSQL 17 y no se encontró ningún /u)
    expect(told('no-program', '').en).toMatch(/^No PostgreSQL 15 or newer /u)
    expect(told('no-program', '').es).toMatch(/^No se encontró ningún PostgreSQL 15 o posterior /u)
  })
})

describe('database.no-system-user', () => {
  const told = (reason: SystemUserReason) =>
    inBoth('database.no-system-user', { user: 'u-1', reason, said: '' })

  it.each(keysOf(SYSTEM_USER_REASONS))('says %s in the words of the language', (reason) => {
    const { en, es } = told(reason)
    expect(en).toContain(`u-1 for it could not be made: ${SYSTEM_USER_REASONS[reason].en}.`)
    expect(es).toContain(`del sistema u-1: ${SYSTEM_USER_REASONS[reason].es}.`)
  })
})

function inBoth<Code extends ErrorCode>(
  code: Code,
  details: ErrorDetails[Code],
): Record<Language, string> {
  const error = new AppError<ErrorCode>(code, details)
  return { en: explain(error, 'en'), es: explain(error, 'es') }
}

function keysOf<Key extends string>(words: Readonly<Record<Key, Phrase>>): Key[] {
  return Object.keys(words).filter((key): key is Key => key in words)
}
