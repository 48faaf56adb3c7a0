/**
 * Chance by question rather than by turn: the same purpose, key and turn give the same answer
 * whatever was asked before, so that any machine of a fleet can be made alone.
 */
export type Dice = (purpose: Purpose, key: number, turn?: number) => number

/** What a roll decides; each purpose has rolls of its own. */
export type Purpose = keyof typeof SALTS

const SALTS = {
  home: 1,
  'equal-names-home': 2,
  'node-class': 3,
  coverage: 4,
  location: 5,
  platform: 6,
  words: 7,
  spare: 8,
  model: 9,
  friendly: 10,
  person: 11,
  created: 12,
  'life-phase': 13,
  'life-day': 14,
  'life-kind': 15,
  'life-choice': 16,
  contact: 17,
  'contact-time': 18,
  disk: 19,
  address: 20,
  boot: 21,
  identity: 22,
  agent: 23,
  denials: 24,
  tags: 25,
  asset: 26,
  'id-gap': 27,
  coming: 28,
  'drawn-to-reimage': 29,
  linger: 30,
  planting: 31,
  silence: 32,
  'drawn-to-go': 33,
} as const

/** Rolls from 0 to 2^32 - 1. */
export function makeDice(seed: number): Dice {
  const start = mix(seed | 0)
  return (purpose, key, turn = 0) => {
    const salted = mix(start ^ Math.imul(SALTS[purpose], 0x9e3779b1))
    return mix(mix(salted ^ key) ^ Math.imul(turn + 1, 0x85ebca6b)) >>> 0
  }
}

/** Of a roll, whether something that happens in this share of cases does. */
export function happens(roll: number, share: number): boolean {
  return roll < share * 2 ** 32
}

/** Of a roll, one of the items. */
export function pick<Item>(items: readonly Item[], roll: number): Item {
  const item = items[roll % items.length]
  if (item === undefined) throw new RangeError('there is nothing to pick from')
  return item
}

/** MurmurHash3's last step, by Austin Appleby: every bit in touches every bit out. */
function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
