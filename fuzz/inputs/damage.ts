import type { Chance } from '../../demo/chance.ts'
import { ODD_TEXTS, SIGNS } from './words.ts'

const MOST_DAMAGES = 5
/** What grows by repetition stays below this. */
const MOST_BYTES = 400_000
const LONG = 20_000

type Damage = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer

/** What a disk, a line, another program, or somebody who means harm does to a file. */
const DAMAGES: readonly Damage[] = [
  function flipBit(bytes, chance) {
    const copy = Buffer.from(bytes)
    const at = chance.below(Math.max(1, bytes.length))
    copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8))
    return copy
  },
  function setByte(bytes, chance) {
    const copy = Buffer.from(bytes)
    copy[chance.below(Math.max(1, bytes.length))] = chance.pick([
      0, 1, 0x7f, 0x80, 0xff, 0x22, 0x0a,
    ])
    return copy
  },
  function setNumber(bytes, chance) {
    if (bytes.length < 4) return bytes
    const copy = Buffer.from(bytes)
    const number = chance.pick([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe])
    copy.writeUInt32LE(number, chance.below(bytes.length - 3))
    return copy
  },
  function cutOff(bytes, chance) {
    return bytes.subarray(0, chance.below(bytes.length + 1))
  },
  function dropPiece(bytes, chance) {
    const at = chance.below(bytes.length + 1)
    const length = chance.below(chance.happens(0.5) ? 4 : 400)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
  },
  function putSign(bytes, chance) {
    return withPut(bytes, Buffer.from(chance.pick(SIGNS)), chance)
  },
  function putOddText(bytes, chance) {
    return withPut(bytes, Buffer.from(chance.pick(ODD_TEXTS)), chance)
  },
  function putMany(bytes, chance) {
    const sign = chance.pick([...SIGNS, '[{"a":', '<a>', 'a,', '9'])
    return withPut(bytes, Buffer.from(sign.repeat(chance.below(LONG) + 1)), chance)
  },
  function repeatPiece(bytes, chance) {
    const at = chance.below(bytes.length + 1)
    const piece = bytes.subarray(at, at + 1 + chance.below(200))
    const times = 1 + chance.below(chance.happens(0.8) ? 4 : 400)
    return withPut(bytes, Buffer.concat(Array.from({ length: times }, () => piece)), chance)
  },
  function movePiece(bytes, chance) {
    const at = chance.below(bytes.length + 1)
    const piece = Buffer.from(bytes.subarray(at, at + 1 + chance.below(100)))
    const rest = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + piece.length)])
    return withPut(rest, piece, chance)
  },
  function splice(bytes, chance, other) {
    const [here, there] = [chance.below(bytes.length + 1), chance.below(other.length + 1)]
    return Buffer.concat([bytes.subarray(0, here), other.subarray(there)])
  },
]

/** A file of the corpus, damaged some times over. */
export function damaged(corpus: readonly Buffer[], chance: Chance): Buffer {
  let bytes = chance.pick(corpus)
  const times = 1 + chance.below(MOST_DAMAGES)
  for (let time = 0; time < times; time += 1) {
    bytes = chance.pick(DAMAGES)(bytes, chance, chance.pick(corpus)).subarray(0, MOST_BYTES)
  }
  return bytes
}

function withPut(bytes: Buffer, put: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)])
}
