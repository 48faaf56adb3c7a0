import { expect, it } from 'vitest'
import { configSchema } from '../../config-schema.ts'
import { settingMeaning, translatedMeanings } from './setting-meaning.ts'

it('has Spanish words for every setting that the configuration describes, and for nothing else', () => {
  expect([...translatedMeanings()].sort()).toEqual([...new Set(meaningsIn(configSchema()))].sort())
})

it('says what a setting means in the language of who asks', () => {
  const english = 'IANA time zone in which a day is a day.'

  expect(settingMeaning(english, 'en')).toBe(english)
  expect(settingMeaning(english, 'es')).toBe('Zona horaria IANA en la que un día es un día.')
})

function meaningsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'description' && typeof value === 'string') return [value]
    if (key === 'default' || key === 'enum') return []
    return meaningsIn(value)
  })
}
