import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { FEWEST_CHARACTERS, passwordFault } from './password-rules.ts'

describe('passwordFault', () => {
  it.each([
    ['correo lento tejado gris', null],
    ['vT9#mq2LwzE8', null],
    ['ñandú-óxido-23', null],
    ['kr7-short', 'too-short'],
    ['x9K!'.repeat(40), 'too-long'],
    ['aaaaaaaaaaaaaaa', 'common'],
    ['abababababababab', 'common'],
    ['tiger7tiger7tiger7', 'common'],
    ['123456789012', 'common'],
    ['qwertyuiopasdf', 'common'],
    ['9876543210zyxwv', 'common'],
    ['Password2026!', 'common'],
    ['P@ssw0rd!!!!', 'common'],
    ['Contraseña2026', 'common'],
    ['Administrator1', 'common'],
    ['1q2w3e4r5t6y', 'common'],
  ])('says of %j: %s', (password, fault) => {
    expect(passwordFault(password, 'ana')).toBe(fault)
  })

  it('refuses what is little more than the name, or than what stands before its @', () => {
    expect(passwordFault('beatriz.ruiz1', 'beatriz.ruiz')).toBe('like-name')
    expect(passwordFault('Beatriz.Ruiz-7', 'beatriz.ruiz@example.org')).toBe('like-name')
    expect(passwordFault('beatriz.ruiz paints nine blue doors', 'beatriz.ruiz')).toBeNull()
  })

  it('counts characters, not the bytes or halves they are kept in', () => {
    expect(passwordFault('🦊🐢🦉🐝🦋🐙🦀🐬', 'ana')).toBe('too-short')
  })

  it('refuses every password of the list, however it is capitalised', () => {
    const taken = [...COMMON_PASSWORDS].filter(
      (each) => passwordFault(each.toUpperCase(), 'ana') === null,
    )
    expect(taken).toEqual([])
  })

  it('accepts nothing that is too short', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: FEWEST_CHARACTERS - 1 }), (password) => {
        expect(passwordFault(password, 'ana')).not.toBeNull()
      }),
    )
  })
})
