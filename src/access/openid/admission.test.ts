import { describe, expect, it } from 'vitest'
import type { Person } from '../people/queries.ts'
import { admit } from './admission.ts'

const ana: Person = {
  ...{ id: 1, name: 'ana@example.org', role: 'analyst', sites: null, oneTimeUntil: null },
  ...{ isDisabled: false, createdAt: new Date('2026-01-01T00:00:00Z') },
}
const identity = { issuer: 'https://id.example.org', subject: 's', email: ana.name, role: null }
const NOBODY = { linked: null, named: null }
const named = { ...ana, isLinked: false }
const refused = (reason: string) => ({ kind: 'refused', reason })

const OFF = { createPeople: false, linkByEmail: false }
const LINKS = { ...OFF, linkByEmail: true }
const CREATES = { ...OFF, createPeople: true }

describe('who comes in', () => {
  it('is the person the subject is linked to, whatever their address', () => {
    const other = { ...identity, email: 'other@example.org' }
    expect(admit(other, { linked: ana, named: null }, OFF)).toEqual({ kind: 'linked', person: ana })
  })

  it('is nobody who is disabled, linked or not', () => {
    const gone = { ...ana, isDisabled: true }
    expect(admit(identity, { linked: gone, named: null }, LINKS)).toEqual(refused('disabled'))
    const known = { linked: null, named: { ...named, isDisabled: true } }
    expect(admit(identity, known, LINKS)).toEqual(refused('disabled'))
  })

  it('is not the person of that name unless addresses link', () => {
    const known = { linked: null, named }
    expect(admit(identity, known, OFF)).toEqual(refused('not-linked'))
    expect(admit(identity, known, CREATES)).toEqual(refused('not-linked'))
    expect(admit(identity, known, LINKS)).toEqual({ kind: 'link', person: named })
  })

  it('is not a person whom the provider knows by another subject', () => {
    const known = { linked: null, named: { ...named, isLinked: true } }
    expect(admit(identity, known, LINKS)).toEqual(refused('not-linked'))
  })

  it('is a new person only where people are made, with the role the provider gives or a viewer', () => {
    const made = { kind: 'create', name: ana.name }
    expect(admit(identity, NOBODY, LINKS)).toEqual(refused('not-linked'))
    expect(admit(identity, NOBODY, CREATES)).toEqual({ ...made, role: 'viewer' })
    expect(admit({ ...identity, role: 'approver' }, NOBODY, CREATES)).toEqual({
      ...made,
      role: 'approver',
    })
  })

  it('is nobody without a verified address, nor with one that cannot be a name', () => {
    expect(admit({ ...identity, email: null }, NOBODY, CREATES)).toEqual(
      refused('no-verified-email'),
    )
    expect(admit({ ...identity, email: "o'neill@example.org" }, NOBODY, CREATES)).toEqual(
      refused('name-unfit'),
    )
  })
})
