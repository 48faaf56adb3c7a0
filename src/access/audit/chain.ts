/** What is told of who did what. */
export interface AuditNews {
  /** Who did it: the name of a person or of a token, or `system`. */
  readonly actor: string
  /** Stable and dotted: `sign-in.failed`. */
  readonly action: string
  /** What it was done to; empty for nothing in particular. */
  readonly about: string
  readonly details: Readonly<Record<string, AuditDetail>>
}

export type AuditDetail = string | number | boolean | null | readonly string[]

export interface AuditEntry extends AuditNews {
  /** From 1, without a gap. */
  readonly n: number
  readonly at: Date
}

/** An entry as it is kept. */
export interface ChainedEntry extends AuditEntry {
  readonly previousHash: Buffer
  readonly hash: Buffer
}

/** The last entry of a chain: its number and its hash. */
export interface ChainHead {
  readonly n: number
  readonly hash: Buffer
}

export type ChainBreak = 'missing' | 'out-of-chain' | 'altered'

/** Where a chain breaks, and how. */
export interface BrokenChain {
  readonly n: number
  readonly problem: ChainBreak
}

/** What the hash of an entry is taken of: the hash before it, and its content in one fixed spelling. */
export function chainedText(previousHash: Buffer, entry: AuditEntry): string {
  const { n, at, actor, action, about, details } = entry
  const sorted = Object.entries(details).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const content = [n, at.toISOString(), actor, action, about, sorted]
  return `${previousHash.toString('hex')}\n${JSON.stringify(content)}`
}

/** Whether `entry` follows on `head`; null when it does. */
export function breakAt(
  head: ChainHead,
  entry: ChainedEntry,
  hashOf: (text: string) => Buffer,
): BrokenChain | null {
  if (entry.n !== head.n + 1) return { n: head.n + 1, problem: 'missing' }
  if (!entry.previousHash.equals(head.hash)) return { n: entry.n, problem: 'out-of-chain' }
  const hash = hashOf(chainedText(entry.previousHash, entry))
  return hash.equals(entry.hash) ? null : { n: entry.n, problem: 'altered' }
}

/** The end of a trail as a person notes it elsewhere. @example '12:9f…' */
export function headText({ n, hash }: ChainHead): string {
  return `${n}:${hash.toString('hex')}`
}
