import { expect, it } from 'vitest'
import { makeChance } from '../../demo/chance.ts'
import { forged, saysTheSame, TOKEN_DAMAGES } from './token-damage.ts'

const part = (said: object) => Buffer.from(JSON.stringify(said)).toString('base64url')
const TOKEN = `${part({ alg: 'HS256', kid: 'k' })}.${part({ sid: '7' })}.c2lnbmF0dXJl`

it('leaves a token as it is, or makes another of it', () => {
  const changed = TOKEN_DAMAGES.map((kind) => {
    const made = Array.from({ length: 40 }, (_, at) =>
      forged(TOKEN, { kind, pick: 0 }, makeChance(at)),
    )
    return [kind, made.some((token) => !saysTheSame(token, TOKEN))]
  })

  expect(Object.fromEntries(changed)).toEqual(
    Object.fromEntries(
      TOKEN_DAMAGES.map((kind) => [kind, kind !== 'untouched' && kind !== 'padding']),
    ),
  )
})

it('knows one token by what it says, however its base64 is written', () => {
  expect(saysTheSame(`${TOKEN}==`, TOKEN)).toBe(true)
  expect(saysTheSame(TOKEN.replace('.', 'x.'), TOKEN)).toBe(false)
})
