import { join } from 'node:path'
import { makeChance } from '../../demo/chance.ts'
import { readAccessToken, signAccessToken } from '../../src/access/secret/access-token.ts'
import { readAttempt, signAttempt } from '../../src/access/secret/openid-attempt.ts'
import { openSigningKeys } from '../../src/access/secret/signing-keys.ts'
import { Broken, type OpenFunction } from '../target.ts'
import { forged, saysTheSame, type TokenDamage, tokenDamage } from './token-damage.ts'

const NOW = new Date('2026-11-20T09:00:00Z')
const SIGN_IN = 7
const ATTEMPT = { state: 's', nonce: 'n', verifier: 'v', redirectUri: 'https://here/back' }

/** Forged access tokens and cookies of a sign-in at a provider: none is taken for what it is not. */
export const openAccessTokens: OpenFunction = async ({ folder }) => {
  const keys = await openSigningKeys(join(folder, 'access-keys.json'), NOW)
  const { token, csrf } = await signAccessToken(keys, SIGN_IN, NOW)
  const attempt = await signAttempt(keys, ATTEMPT, NOW)
  return {
    make: (chance) => Buffer.from(JSON.stringify({ ...tokenDamage(chance), of: chance.below(2) })),
    async run(input) {
      const damage: TokenDamage & { of: number } = JSON.parse(input.toString('utf8'))
      const chance = makeChance(damage.pick)
      const sent = forged(damage.of === 0 ? token : attempt, damage, chance)
      const claims = await readAccessToken(keys, sent, NOW)
      const begun = await readAttempt(keys, sent, NOW)
      if (claims && (claims.signInId !== SIGN_IN || claims.csrf !== csrf)) {
        throw new Broken(`believed: ${JSON.stringify({ sent, claims })}`)
      }
      if (claims && !saysTheSame(sent, token)) throw new Broken(`taken for a token: ${sent}`)
      if (begun && !saysTheSame(sent, attempt)) throw new Broken(`taken for an attempt: ${sent}`)
      if (damage.kind === 'untouched' && !claims && !begun) throw new Broken(`refused: ${sent}`)
      return claims || begun ? 'taken' : 'refused'
    },
    close: async () => {},
  }
}
