import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  breakAt,
  type ChainBreak,
  type ChainedEntry,
  type ChainHead,
  chainedText,
} from './chain.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest()
const START = { n: 0, hash: Buffer.alloc(0) }

function chainOf(count: number): ChainedEntry[] {
  const chain: ChainedEntry[] = []
  for (let n = 1; n <= count; n += 1) {
    const previousHash = chain.at(-1)?.hash ?? START.hash
    const at = new Date(Date.UTC(2026, 0, n))
    const details = { role: 'viewer', sites: ['North'] }
    const entry = { n, at, actor: 'ana', action: 'person.added', about: `p${n}`, details }
    chain.push({ ...entry, previousHash, hash: hashOf(chainedText(previousHash, entry)) })
  }
  return chain
}

function firstBreak(chain: readonly ChainedEntry[]) {
  let head: ChainHead = START
  for (const entry of chain) {
    const broken = breakAt(head, entry, hashOf)
    if (broken) return broken
    head = entry
  }
  return null
}

describe('breakAt', () => {
  it('finds nothing wrong with a chain as it was made', () => {
    expect(firstBreak(chainOf(5))).toBeNull()
  })

  it.each<[string, Partial<ChainedEntry>]>([
    ['who did it', { actor: 'luis' }],
    ['what was done', { action: 'person.changed' }],
    ['to what', { about: 'p9' }],
    ['when', { at: new Date(0) }],
    ['the details', { details: { role: 'administrator', sites: ['North'] } }],
  ])('finds that an entry says otherwise %s', (_what, alteration) => {
    const chain = chainOf(5).map((entry) => (entry.n === 3 ? { ...entry, ...alteration } : entry))
    expect(firstBreak(chain)).toEqual({ n: 3, problem: 'altered' })
  })

  it('finds an entry that was altered and hashed anew at the one after it', () => {
    const chain = chainOf(5).map((entry) => {
      if (entry.n !== 3) return entry
      const forged = { ...entry, actor: 'luis' }
      return { ...forged, hash: hashOf(chainedText(entry.previousHash, forged)) }
    })
    expect(firstBreak(chain)).toEqual({ n: 4, problem: 'out-of-chain' })
  })

  it('finds where an entry is missing, whichever it is but the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), (removed) => {
        const problem: ChainBreak = 'missing'
        const left = chainOf(8).filter(({ n }) => n !== removed)
        expect(firstBreak(left)).toEqual({ n: removed, problem })
      }),
    )
  })
})

describe('chainedText', () => {
  it('is the same in whatever order the details come back', () => {
    const [entry] = chainOf(1)
    const turned = { ...entry!, details: { sites: ['North'], role: 'viewer' } }
    expect(chainedText(START.hash, turned)).toBe(chainedText(START.hash, entry!))
  })
})
