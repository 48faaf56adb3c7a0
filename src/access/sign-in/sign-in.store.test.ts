import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { auditStore } from '../audit/store.ts'
import { invitationStore } from '../invitations/store.ts'
import { peopleStore } from '../people/store.ts'
import { signInStore } from './store.ts'

const database = await testDatabase()
const people = peopleStore(database)
const signIns = signInStore(database)
const invitations = invitationStore(database)

const START = new Date('2026-03-01T12:00:00Z')
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000)
const DAY = 86_400
const PASSWORD = 'correo lento tejado gris'
const OTHER = 'otra frase bastante larga'

let count = 0
/** Somebody nobody else of this file knows. */
async function newPerson() {
  count += 1
  const person = await people.register(`person-${count}`, PASSWORD, START)
  const credentials = { name: person.name, password: PASSWORD, address: `10.0.0.${count}` }
  return { person, credentials }
}

const actionsOf = async (name: string) => {
  const { items } = await auditStore(database).recent({ area: null, limit: 1000, offset: 0 })
  return items.filter(({ about }) => about === name).map(({ action }) => action)
}

const kept = async (name: string) => {
  const { rows } = await database.pool.query<{ text: string }>(
    `select p::text || coalesce((select string_agg(r::text || s::text, '')
      from sign_in s join refresh_token r on r.sign_in_id = s.id
      where s.person_id = p.id), '') as text
    from person p where name = $1`,
    [name],
  )
  return rows[0]?.text ?? ''
}

describe('signing in', () => {
  it('stands until it is signed out, and keeps neither password nor token', async () => {
    const { person, credentials } = await newPerson()
    const { standing, refreshToken } = await signIns.signIn(credentials, START)
    const stored = await kept(person.name)

    expect(standing).toMatchObject({
      personId: person.id,
      role: 'viewer',
      mustChangePassword: false,
    })
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    expect(stored).not.toContain(PASSWORD)
    expect(stored).not.toContain(refreshToken)

    await signIns.signOut(standing.signInId, { by: person.name, at: START })
    expect(await signIns.findStanding(standing.signInId, START)).toBeNull()
    await expect(signIns.refresh(refreshToken, START)).rejects.toMatchObject({
      code: 'access.sign-in-over',
    })
    expect(await actionsOf(person.name)).toEqual([
      'sign-in.ended',
      'sign-in.started',
      'person.added',
    ])
  })

  it('asks for no other password, however old the one is', async () => {
    const { credentials } = await newPerson()
    const { standing } = await signIns.signIn(credentials, after(10 * 365 * DAY))

    expect(standing.mustChangePassword).toBe(false)
  })

  it('answers alike to a wrong password, an unknown name and somebody who is disabled', async () => {
    const [{ credentials }, { person, credentials: disabled }] = [
      await newPerson(),
      await newPerson(),
    ]
    await people.createFirst(START)
    await database.pool.query('update person set is_disabled = true where id = $1', [person.id])
    const tries = [
      { ...credentials, password: OTHER },
      { ...credentials, name: 'nobody-at-all' },
      disabled,
    ].map((each) => signIns.signIn(each, START).catch((error: unknown) => error))

    for (const failure of await Promise.all(tries)) {
      expect(failure).toMatchObject({ code: 'access.sign-in-refused', details: {} })
    }
    expect(await actionsOf('nobody-at-all')).toEqual([])
  })

  it('takes about as long to refuse an unknown name as a wrong password', async () => {
    const { credentials } = await newPerson()
    const timed = async (name: string, at: number) => {
      const began = performance.now()
      const tried = { name, password: OTHER, address: `10.9.0.${at}` }
      await signIns.signIn(tried, START).catch(() => {})
      return performance.now() - began
    }
    const known: number[] = []
    const unknown: number[] = []
    for (const at of [1, 2, 3]) {
      known.push(await timed(credentials.name, at))
      unknown.push(await timed(`unknown-${at}`, at))
    }
    // hashing takes tens of milliseconds, everything else a few
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.5)
  })
})

describe('a lockout', () => {
  it('grows from the fifth failure on, lets nobody in meanwhile, and ends with a success', async () => {
    const { person, credentials } = await newPerson()
    const wrong = { ...credentials, password: OTHER }
    const codeAt = (seconds: number, tried = wrong) =>
      signIns.signIn(tried, after(seconds)).then(
        () => 'in',
        (error) => [error.code, error.details.retryAfterSeconds],
      )
    const refused = ['access.sign-in-refused', undefined]
    for (const second of [0, 1, 2, 3, 4]) expect(await codeAt(second)).toEqual(refused)

    expect(await codeAt(5, credentials)).toEqual(['access.locked-out', 29])
    expect(await codeAt(34)).toEqual(refused)
    expect(await codeAt(35, credentials)).toEqual(['access.locked-out', 59])
    expect(await codeAt(94, credentials)).toBe('in')
    expect(await codeAt(95)).toEqual(refused)
    expect(await codeAt(96, credentials)).toBe('in')
    expect((await actionsOf(person.name)).filter((each) => each === 'sign-in.locked')).toHaveLength(
      2,
    )
  })

  it('counts tries that come at once like tries one after another', async () => {
    const { credentials } = await newPerson()
    const wrong = { ...credentials, password: OTHER }
    const tries = Array.from({ length: 12 }, () =>
      signIns.signIn(wrong, START).catch((error) => error.code),
    )
    const codes = await Promise.all(tries)

    expect(codes.filter((code) => code === 'access.sign-in-refused')).toHaveLength(5)
    expect(codes.filter((code) => code === 'access.locked-out')).toHaveLength(7)
  })

  it('locks a name that nobody has like any other', async () => {
    const tried = { name: 'nobody-here', password: OTHER, address: '10.8.0.1' }
    const codes: string[] = []
    for (let at = 0; at < 6; at += 1) {
      codes.push(await signIns.signIn(tried, START).catch((error) => error.code))
    }
    expect(codes.at(-1)).toBe('access.locked-out')
  })

  it('locks an address that tries many names, and then no account from there', async () => {
    const { credentials } = await newPerson()
    const address = '10.7.0.1'
    for (let at = 0; at < 25; at += 1) {
      await signIns
        .signIn({ name: `sprayed-${at}`, password: OTHER, address }, START)
        .catch(() => {})
    }
    const fromThere = signIns.signIn({ ...credentials, address }, START)

    await expect(fromThere).rejects.toMatchObject({ code: 'access.locked-out' })
    expect(await signIns.signIn(credentials, START)).toBeTruthy()
  })

  it('ends with a one-time password', async () => {
    const { person, credentials } = await newPerson()
    for (let at = 0; at < 5; at += 1) {
      await signIns.signIn({ ...credentials, password: OTHER }, START).catch(() => {})
    }
    const given = await people.giveOneTimePassword(person.id, { by: 'root', at: START })
    const { standing } = await signIns.signIn({ ...credentials, password: given.password }, START)
    expect(standing.mustChangePassword).toBe(true)
  })
})

describe('refreshing', () => {
  it('gives a new token each time, which ends a reused one and its whole sign-in', async () => {
    const { person, credentials } = await newPerson()
    const first = await signIns.signIn(credentials, START)
    const other = await signIns.signIn(credentials, START)
    const second = await signIns.refresh(first.refreshToken, after(60))
    const third = await signIns.refresh(second.refreshToken, after(120))
    const refused = { code: 'access.sign-in-over' }

    await expect(signIns.refresh(first.refreshToken, after(180))).rejects.toMatchObject(refused)
    await expect(signIns.refresh(third.refreshToken, after(181))).rejects.toMatchObject(refused)
    expect(await signIns.findStanding(third.standing.signInId, after(182))).toBeNull()
    expect(await signIns.findStanding(other.standing.signInId, after(182))).not.toBeNull()
    expect(await actionsOf(person.name)).toContain('sign-in.token-reused')
  })

  it('lets one of two at once through, and then neither', async () => {
    const { credentials } = await newPerson()
    const { refreshToken } = await signIns.signIn(credentials, START)
    const both = await Promise.allSettled([
      signIns.refresh(refreshToken, after(1)),
      signIns.refresh(refreshToken, after(1)),
    ])
    const won = both.find((each) => each.status === 'fulfilled')

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(signIns.refresh(won!.value.refreshToken, after(2))).rejects.toThrow('sign-in-over')
  })

  it('ends after three days without one, and after thirty days anyway', async () => {
    const { credentials } = await newPerson()
    const idle = await signIns.signIn(credentials, START)
    await expect(signIns.refresh(idle.refreshToken, after(3 * DAY))).rejects.toThrow('sign-in-over')

    let last = await signIns.signIn(credentials, START)
    for (let day = 2; day < 30; day += 2)
      last = await signIns.refresh(last.refreshToken, after(day * DAY))
    expect(last.refreshUntil).toEqual(after(30 * DAY))
    await expect(signIns.refresh(last.refreshToken, after(30 * DAY))).rejects.toThrow(
      'sign-in-over',
    )
  })

  it('ends at once for somebody who is disabled', async () => {
    const { person, credentials } = await newPerson()
    const { refreshToken, standing } = await signIns.signIn(credentials, START)
    await people.createFirst(START)
    await database.pool.query(
      "insert into person (name, role, password_hash, created_at) values ('root', 'administrator', '-', now()) on conflict do nothing",
    )
    await people.change(person.id, { isDisabled: true }, { by: 'root', at: START })

    expect(await signIns.findStanding(standing.signInId, START)).toBeNull()
    await expect(signIns.refresh(refreshToken, START)).rejects.toThrow('sign-in-over')
  })
})

describe('changing a password', () => {
  it('ends every sign-in but the new one', async () => {
    const { credentials } = await newPerson()
    const before = await signIns.signIn(credentials, START)
    const changed = await signIns.changePassword(credentials, OTHER, after(1))

    expect(await signIns.findStanding(before.standing.signInId, after(2))).toBeNull()
    expect(await signIns.findStanding(changed.standing.signInId, after(2))).not.toBeNull()
    await expect(signIns.signIn(credentials, after(3))).rejects.toThrow('sign-in-refused')
    expect(await signIns.signIn({ ...credentials, password: OTHER }, after(4))).toBeTruthy()
  })

  it('refuses a wrong one, the same one and a common one', async () => {
    const { credentials } = await newPerson()
    const change = (current: string, next: string) =>
      signIns.changePassword({ ...credentials, password: current }, next, START)

    await expect(change('not this one either', OTHER)).rejects.toMatchObject({
      code: 'access.password-wrong',
    })
    await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({ details: { fault: 'same' } })
    await expect(change(PASSWORD, 'Password2026!')).rejects.toMatchObject({
      details: { fault: 'common' },
    })
  })

  it('is too late for a one-time password after a day', async () => {
    const { person, credentials } = await newPerson()
    const { password } = await people.giveOneTimePassword(person.id, { by: 'root', at: START })
    await expect(signIns.signIn({ ...credentials, password }, after(DAY))).rejects.toThrow(
      'sign-in-refused',
    )
  })
})

describe('an invitation', () => {
  const deed = { by: 'root', at: START }
  const invited = { name: 'invited@example.org', role: 'analyst', sites: ['North'] } as const

  it('makes the person it names, once', async () => {
    const { token } = await invitations.invite(invited, deed)
    const person = await invitations.accept(token, PASSWORD, after(DAY))

    expect(person).toMatchObject({ ...invited, oneTimeUntil: null })
    await expect(invitations.accept(token, PASSWORD, after(DAY))).rejects.toThrow(
      'invitation-unusable',
    )
    await expect(invitations.invite(invited, deed)).rejects.toThrow('name-taken')
  })

  it('can still be used after a password that will not do', async () => {
    const { token } = await invitations.invite({ ...invited, name: 'second' }, deed)
    await expect(invitations.accept(token, 'short', START)).rejects.toThrow('password-unfit')
    expect(await invitations.accept(token, PASSWORD, START)).toMatchObject({ name: 'second' })
  })

  it('is void after a week, and once it was taken back', async () => {
    const late = await invitations.invite({ ...invited, name: 'late' }, deed)
    const back = await invitations.invite({ ...invited, name: 'back' }, deed)
    await invitations.takeBack(back.invitation.id, deed)

    for (const [{ token }, at] of [
      [late, after(7 * DAY)],
      [back, START],
    ] as const) {
      await expect(invitations.accept(token, PASSWORD, at)).rejects.toThrow('invitation-unusable')
    }
    expect((await invitations.open(START)).map(({ name }) => name)).toEqual(['late'])
  })
})
