import type { ApiToken } from '../../access/tokens/queries.ts'
import { tokenStore } from '../../access/tokens/store.ts'
import type { App } from '../../app.ts'
import { type Phrase, say } from '../../language/language.ts'
import { AppError } from '../../lib/errors.ts'
import type { Answer } from '../answer.ts'
import { appCommand } from '../command.ts'
import { listingLines } from '../lines/listing-lines.ts'

export const tokens = appCommand({
  name: 'tokens',
  does: {
    en: 'list the tokens by which programs call the server, or revoke one; counts within seconds',
    es: 'listar los tokens con los que los programas llaman al servidor, o revocar uno; vale en segundos',
  },
  options: [
    {
      flags: '--revoke <token>',
      means: { en: 'number of the token to revoke', es: 'número del token que se revoca' },
    },
  ],
  async work(app, { option }) {
    const asked = option('revoke')
    return asked === null ? listed(app) : revoked(app, asked)
  },
})

async function listed(app: App): Promise<Answer> {
  const { language } = app
  const items = await tokenStore(app.database).list(null)
  const listing = {
    ...{ total: items.length, command: 'muster tokens' },
    rows: items.map((token) => [
      ...[`${token.id}`, token.person, token.name, token.permissions.join(', ')],
      say(stateOf(token, app), language),
    ]),
    alignments: ['right', 'left', 'left', 'left', 'left'] as const,
    none: { en: 'There are no tokens.', es: 'No hay tokens.' },
  }
  return {
    ending: 'agreed',
    document: { items, total: items.length },
    lines: listingLines(listing, language),
  }
}

async function revoked(app: App, asked: string): Promise<Answer> {
  if (!/^\d{1,15}$/u.test(asked)) {
    const argument = '--revoke <token>'
    throw new AppError('command.bad-argument', { argument, value: asked, wanted: '3' })
  }
  const deed = { by: app.who.actor, at: app.now() }
  await tokenStore(app.database).revoke(Number(asked), null, deed)
  const told = { en: `Token ${asked} is revoked.`, es: `El token ${asked} está revocado.` }
  return {
    ending: 'agreed',
    document: { id: Number(asked), isRevoked: true },
    lines: [say(told, app.language)],
  }
}

function stateOf({ revokedAt, expiresAt, lastUsedAt }: ApiToken, { clock, now }: App): Phrase {
  if (revokedAt) return { en: `revoked ${clock(revokedAt)}`, es: `revocado ${clock(revokedAt)}` }
  const until = clock(expiresAt)
  if (expiresAt <= now()) return { en: `expired ${until}`, es: `caducó ${until}` }
  const used = lastUsedAt ? clock(lastUsedAt) : null
  return {
    en: `until ${until}, ${used ? `last used ${used}` : 'never used'}`,
    es: `hasta ${until}, ${used ? `último uso ${used}` : 'sin usar'}`,
  }
}
