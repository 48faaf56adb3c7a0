/** The addresses of which the first `bits` bits are those of `base`. */
interface Block {
  readonly base: bigint
  readonly bits: bigint
}

/** Of IPv4: this network, private, shared (CGNAT), loopback, link-local, tests, multicast, reserved. */
const RESERVED_V4: readonly Block[] = [
  v4Block('0.0.0.0', 8n),
  v4Block('10.0.0.0', 8n),
  v4Block('100.64.0.0', 10n),
  v4Block('127.0.0.0', 8n),
  v4Block('169.254.0.0', 16n),
  v4Block('172.16.0.0', 12n),
  v4Block('192.0.0.0', 24n),
  v4Block('192.0.2.0', 24n),
  v4Block('192.88.99.0', 24n),
  v4Block('192.168.0.0', 16n),
  v4Block('198.18.0.0', 15n),
  v4Block('198.51.100.0', 24n),
  v4Block('203.0.113.0', 24n),
  v4Block('224.0.0.0', 3n),
]

/** IPv6 that is routed at all; what is not in it is loopback, mapped, unique local, link-local, multicast. */
const GLOBAL_V6: Block = { base: 0x2000n << 112n, bits: 3n }
/** Within it: protocol assignments with Teredo, documentation twice, 6to4. */
const RESERVED_V6: readonly Block[] = [
  { base: 0x2001_0000n << 96n, bits: 23n },
  { base: 0x2001_0db8n << 96n, bits: 32n },
  { base: 0x2002n << 112n, bits: 16n },
  { base: 0x3fffn << 112n, bits: 20n },
]
/** What a network without IPv4 calls an IPv4 address, which stands in the last 32 bits. */
const TRANSLATED_V4: Block = { base: 0x0064_ff9bn << 96n, bits: 96n }

/**
 * True for an IP address of the open internet: not private, loopback, link-local, shared, mapped or
 * reserved. What is no address in its canonical form is not public.
 */
export function isPublicAddress(text: string): boolean {
  const v4 = v4Value(text)
  if (v4 !== null) return isPublicV4(v4)
  const v6 = v6Value(text)
  if (v6 === null) return false
  if (isWithin(v6, TRANSLATED_V4, 128n)) return isPublicV4(v6 & 0xffff_ffffn)
  return isWithin(v6, GLOBAL_V6, 128n) && !RESERVED_V6.some((block) => isWithin(v6, block, 128n))
}

function v4Block(base: string, bits: bigint): Block {
  return { base: v4Value(base) ?? 0n, bits }
}

function isPublicV4(value: bigint): boolean {
  return !RESERVED_V4.some((block) => isWithin(value, block, 32n))
}

function isWithin(value: bigint, { base, bits }: Block, width: bigint): boolean {
  return value >> (width - bits) === base >> (width - bits)
}

function v4Value(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  if (!parts.every((part) => /^(?:0|[1-9]\d{0,2})$/u.test(part) && Number(part) < 256)) return null
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n)
}

function v6Value(text: string): bigint | null {
  const plain = withoutDottedEnd(text)
  const [head = [], tail, ...more] = (plain ?? '')
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':')))
  if (more.length > 0) return null
  const left = 8 - head.length - (tail?.length ?? 0)
  if (tail === undefined ? left !== 0 : left < 1) return null
  const groups = [...head, ...Array<string>(left).fill('0'), ...(tail ?? [])]
  if (!groups.every((group) => /^[\da-f]{1,4}$/iu.test(group))) return null
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n)
}

/** `::ffff:10.0.0.1` as `::ffff:a00:1`; null when what stands at its end is no IPv4 address. */
function withoutDottedEnd(text: string): string | null {
  if (!text.includes('.')) return text
  const start = text.lastIndexOf(':') + 1
  const v4 = v4Value(text.slice(start))
  if (v4 === null || start === 0) return null
  return `${text.slice(0, start)}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`
}
