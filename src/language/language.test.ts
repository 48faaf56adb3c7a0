import { describe, expect, it } from 'vitest'
import { chooseLanguage, say } from './language.ts'

describe('chooseLanguage', () => {
  it('puts the flag before the configuration and both before the locale', () => {
    const all = { flag: 'en', configured: 'es', environment: 'es_CU.UTF-8' } as const
    expect(chooseLanguage(all)).toBe('en')
    expect(chooseLanguage({ configured: 'en', environment: 'es_CU.UTF-8' })).toBe('en')
  })

  it.each([
    ['es_CU.UTF-8', 'es'],
    ['es', 'es'],
    ['ES-mx', 'es'],
    ['es@euro', 'es'],
    ['est_EE', 'en'],
    ['de_DE.UTF-8', 'en'],
    ['C', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('takes the locale %s for %s', (environment, language) => {
    expect(chooseLanguage({ environment })).toBe(language)
  })
})

describe('say', () => {
  it('gives the words of the language asked for', () => {
    const phrase = { en: 'held', es: 'retenido' }
    expect([say(phrase, 'en'), say(phrase, 'es')]).toEqual(['held', 'retenido'])
  })
})
