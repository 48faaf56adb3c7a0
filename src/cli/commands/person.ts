import { openIdStore } from '../../access/openid/store.ts'
import type { Person, PersonRights } from '../../access/people/queries.ts'
import { type Deed, peopleStore } from '../../access/people/store.ts'
import type { App } from '../../app.ts'
import { ROLES } from '../../contract/permission.ts'
import { AppError } from '../../lib/errors.ts'
import type { Answer } from '../answer.ts'
import { appCommand, type Call } from '../command.ts'
import { oneTimeLines, personRow } from '../lines/person-lines.ts'

export const person = appCommand({
  name: 'person',
  does: {
    en: 'show somebody who may sign in to the server, or change what they may do; counts within seconds',
    es: 'mostrar a alguien que puede iniciar sesión en el servidor, o cambiar lo que puede hacer; vale en segundos',
  },
  argument: {
    syntax: '<name>',
    means: { en: 'what they sign in with', es: 'con lo que inicia sesión' },
  },
  options: [
    {
      flags: '--one-time-password',
      means: {
        en: 'take the password away for one that must be changed at once, and sign them out',
        es: 'sustituir la contraseña por una que hay que cambiar al entrar, y cerrar sus sesiones',
      },
    },
    {
      flags: '--role <role>',
      means: { en: 'what they may do', es: 'qué puede hacer' },
      choices: ROLES,
    },
    {
      flags: '--disable',
      means: {
        en: 'let them in no more, nor their tokens',
        es: 'no dejar entrar más, ni a sus tokens',
      },
    },
    { flags: '--enable', means: { en: 'let them in again', es: 'dejar entrar de nuevo' } },
    {
      flags: '--link-openid <subject>',
      means: {
        en: 'let them in through the provider of access.openId, which knows them by this subject (sub)',
        es: 'dejar entrar por el proveedor de access.openId, que los conoce por este sujeto (sub)',
      },
    },
    {
      flags: '--unlink-openid',
      means: {
        en: 'let them in through the provider no more; sign-ins that stand are not ended',
        es: 'no dejar entrar más por el proveedor; las sesiones abiertas siguen',
      },
    },
  ],
  async work(app, call) {
    const people = peopleStore(app.database)
    const found = await people.getByName(call.argument ?? '')
    const wanted = askedRights(call)
    const deed: Deed = { by: app.who.actor, at: app.now() }
    const isChanged = Object.keys(wanted).length > 0
    const now = isChanged ? await people.change(found.id, wanted, deed) : found
    await linkAsAsked(app, { person: now, deed, call })
    return call.has('oneTimePassword') ? oneTime(app, now, deed) : shown(app, now)
  },
})

/** Throws `access.openid-not-configured`, `access.openid-linked`. */
async function linkAsAsked(
  { database, access }: App,
  { person, deed, call }: { person: Person; deed: Deed; call: Call },
): Promise<void> {
  const subject = call.option('linkOpenid')
  if (subject === null && !call.has('unlinkOpenid')) return
  if (!access.openId) throw new AppError('access.openid-not-configured', {})
  const { issuer } = access.openId
  const links = openIdStore(database)
  if (call.has('unlinkOpenid')) await links.unlink(person, issuer, deed)
  if (subject !== null) await links.link(person, { issuer, subject }, deed)
}

/** Throws `command.misused` for what contradicts itself. */
function askedRights({ option, has }: Call): Partial<PersonRights> {
  if (has('enable') && has('disable')) {
    const problem = 'misplaced-option'
    throw new AppError('command.misused', { problem, about: '--enable --disable', meant: '' })
  }
  const role = ROLES.find((each) => each === option('role'))
  return {
    ...(role ? { role } : {}),
    ...(has('enable') || has('disable') ? { isDisabled: has('disable') } : {}),
  }
}

function shown({ language }: App, person: Person): Answer {
  const line = personRow(person, language)
    .filter((cell) => cell !== '')
    .join('  ')
  return { ending: 'agreed', document: person, lines: [line] }
}

async function oneTime(
  { database, clock, language }: App,
  person: Person,
  deed: Deed,
): Promise<Answer> {
  const given = await peopleStore(database).giveOneTimePassword(person.id, deed)
  return {
    ending: 'agreed',
    document: given,
    lines: oneTimeLines(given, { clock: clock(given.until), language }),
  }
}
